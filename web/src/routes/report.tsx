import { getRouteApi } from "@tanstack/react-router";
import { useReport } from "../features/report/query.ts";
import { ReportPage } from "../features/report/report-page.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

const route = getRouteApi("/reports/$report");

export function OneReportPage() {
  const { report: id } = route.useParams();
  const query = useReport(id);
  return (
    <SignedIn right="report.read">
      {(actor) => (
        <Loaded query={query} lines={16} height={640}>
          {(report) => <ReportPage report={report} actor={actor} />}
        </Loaded>
      )}
    </SignedIn>
  );
}
