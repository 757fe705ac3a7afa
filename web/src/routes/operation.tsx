import { useQuery } from "@tanstack/react-query";
import { OperationDesk } from "../features/operation/operation-page.tsx";
import { readOperation } from "../features/operation/request.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

/** How the system is, for who looks after it. */
export function OperationPage() {
  return <SignedIn right="operation.read">{() => <Read />}</SignedIn>;
}

function Read() {
  const operation = useQuery({
    queryKey: ["operation"],
    queryFn: ({ signal }) => readOperation(signal),
    refetchInterval: 15_000,
  });
  return (
    <Loaded query={operation} lines={12} height={480}>
      {(found) => <OperationDesk operation={found} />}
    </Loaded>
  );
}
