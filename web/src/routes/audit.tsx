import { useQuery } from "@tanstack/react-query";
import { readAreas } from "../api.ts";
import { AuditTrail } from "../features/audit/audit-page.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { useText } from "../text/text.ts";
import { Loaded } from "../ui/state.tsx";

/** The audit trail, for the auditor. */
export function AuditPage() {
  return <SignedIn right="audit.read">{() => <Read />}</SignedIn>;
}

function Read() {
  const { language } = useText();
  const areas = useQuery({ queryKey: ["audit-areas", language], queryFn: ({ signal }) => readAreas({}, signal) });
  return (
    <Loaded query={areas} lines={12} height={480}>
      {(found) => <AuditTrail areas={found} />}
    </Loaded>
  );
}
