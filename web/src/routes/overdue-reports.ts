import { useQuery } from "@tanstack/react-query";
import { may } from "@yuanbiao/core/access";
import { isOverdue } from "@yuanbiao/core/report";
import type { ReportSummary } from "../api.ts";
import { readReports } from "../features/report/request.ts";
import { useSession } from "../features/session/session.ts";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";

/**
 * Reports that have not come in by their day, the longest first; undefined where they are not for the reader, or where the
 * page is of another day: who owes what is known of today alone.
 */
export function useOverdueReports(): readonly ReportSummary[] | undefined {
  const { language } = useText();
  const person = useSession();
  const { on, asOf, publishedBy } = useView();
  const isToday = on === undefined && asOf === undefined && publishedBy === undefined;
  const isShown = isToday && person != null && may(person.actor, "report.read");
  const query = { state: "draft" } as const;
  const { data } = useQuery({
    queryKey: ["reports", language, query],
    queryFn: ({ signal }) => readReports(query, signal),
    enabled: isShown,
  });
  if (!isShown) return undefined;
  return data?.filter(isOverdue).sort((a, b) => a.daysLeft - b.daysLeft);
}
