import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { may } from "@yuanbiao/core/access";
import { isOverdue } from "@yuanbiao/core/report";
import { readReports } from "../features/report/request.ts";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";

/** Reports that have not come in by their day: another count than the data that targets lack, so it stands beside it. */
export function OverviewReports() {
  const { say, language } = useText();
  const person = useSession();
  const { on, asOf, publishedBy, city } = useView();
  // Who owes what is known of today alone.
  const isToday = on === undefined && asOf === undefined && publishedBy === undefined;
  const isShown = isToday && person != null && may(person.actor, "report.read");
  const query = { state: "draft" } as const;
  const { data } = useQuery({
    queryKey: ["reports", language, query],
    queryFn: ({ signal }) => readReports(query, signal),
    enabled: isShown,
  });
  if (!isShown || data === undefined) return null;
  const overdue = data.filter(isOverdue).sort((a, b) => a.daysLeft - b.daysLeft);
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
