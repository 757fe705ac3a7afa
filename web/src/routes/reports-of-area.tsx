import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { dueWords } from "../features/report/due.tsx";
import { useText } from "../text/text.ts";
import { useOverdueReports } from "./overdue-reports.ts";

/** The reports of an area that have not come in by their day: its newest figures are older than they should be. */
export function AreaReports({ area }: { area: string }) {
  const { say, language } = useText();
  const overdue = useOverdueReports()?.filter((report) => report.area.code === area) ?? [];
  if (overdue.length === 0) return null;
  return (
    <p className="owed-lead">
      <strong>{say("area.reportsOverdue", { count: overdue.length })}</strong>
      {overdue.map((report, at) => (
        <Fragment key={report.id}>
          {at > 0 && say("page.list")}
          <Link to="/reports/$report" params={{ report: report.id }} className="link link-in-text">
            {report.round.name}
          </Link>{" "}
          {dueWords(report, say, language)}
        </Fragment>
      ))}
    </p>
  );
}
