import { Link } from "@tanstack/react-router";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { useOverdueReports } from "./overdue-reports.ts";

/** Reports that have not come in by their day: another count than the data that targets lack, so it stands beside it. */
export function OverviewReports() {
  const { say } = useText();
  const { city } = useView();
  const overdue = useOverdueReports();
  if (overdue === undefined) return null;
  const [first] = overdue;
  const all = city === undefined ? "" : say("page.bracket", { text: say("page.allCities") });
  return (
    <p>
      {first === undefined
        ? say("summary.reports.none", { all })
        : say("summary.reports.overdue", {
            ...{ all, count: overdue.length, days: -first.daysLeft },
            ...{ area: first.area.name, name: first.round.name },
          })}{" "}
      <Link to="/reports" className="link link-in-text">
        {say("summary.reports.open")}
      </Link>
    </p>
  );
}
