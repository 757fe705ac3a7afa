import { MyReports } from "../features/report/my-reports.tsx";
import { useReports } from "../features/report/query.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function ReportsPage() {
  const reports = useReports();
  return (
    <SignedIn right="report.read">
      {(actor) => (
        <Loaded query={reports} lines={12} height={480}>
          {(items) => <MyReports reports={items} actor={actor} />}
        </Loaded>
      )}
    </SignedIn>
  );
}
