import { useReports } from "../features/report/query.ts";
import { VerificationDesk } from "../features/report/verification-desk.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function VerificationPage() {
  const reports = useReports();
  return (
    <SignedIn right="line.verify">
      {(actor) => (
        <Loaded query={reports} lines={12} height={640}>
          {(items) => <VerificationDesk reports={items} actor={actor} />}
        </Loaded>
      )}
    </SignedIn>
  );
}
