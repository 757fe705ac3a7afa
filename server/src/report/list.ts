import { areasOf } from "@yuanbiao/core/access";
import type { Report, ReportState } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listReminders, listReportLines, listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { mayOver, roundSeenBy } from "../reporting.ts";
import { requireKnown } from "../route.ts";
import { loadOutcomes } from "./outcomes.ts";
import type { ReportList } from "./shape.ts";
import { summaryView } from "./view.ts";

export interface ReportQuery {
  readonly round?: string | undefined;
  readonly area?: string | undefined;
  readonly state?: ReportState | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const orderOf = ({ round, area }: Report): string => `${round} ${area}`;

/** The reports that the asker may see, by round and area. */
export async function listReportViews(
  context: Context,
  asker: Asker,
  { query, language }: { query: ReportQuery; language: Language },
): Promise<z.infer<typeof ReportList>> {
  const registry = await context.registries.at(null);
  requireKnown("area", query.area, registry.areas);
  const cut = { asOf: query.asOf ?? null };
  const own = areasOf(asker.actor, "report.read");
  const rounds = await listRounds(context.store, cut, query.round === undefined ? {} : { codes: [query.round] });
  requireKnown("round", query.round, new Map(rounds.map((round) => [round.code, round])));
  const found = await listReports(context.store, cut, {
    areas: query.area === undefined ? (own ?? undefined) : [query.area],
    ...(query.round === undefined ? {} : { rounds: [query.round] }),
    ...(query.state === undefined ? {} : { states: [query.state] }),
  });
  const byCode = new Map(rounds.map((round) => [round.code, round]));
  const seen = found.filter((report) => isSeen(report, byCode.get(report.round)));
  const page = pageOf(seen, orderOf, query);
  const views = await viewsOf(page.items);
  return { items: views, nextCursor: page.nextCursor };

  function isSeen(report: Report, round: Round | undefined): boolean {
    return round !== undefined && mayOver(asker.actor, "report.read", { area: report.area, round, registry });
  }

  async function viewsOf(reports: readonly Versioned<Report>[]) {
    const lines = await listReportLines(context.store, cut, { reports: reports.map(({ id }) => id) });
    const reminders = await listReminders(
      context.store,
      cut,
      reports.map(({ id }) => id),
    );
    const byReport = Map.groupBy(lines, ({ report }) => report);
    const outcomes = await loadOutcomes(context, { reports, rounds: byCode, asOf: cut.asOf });
    return reports.flatMap((report) => {
      const whole = byCode.get(report.round);
      if (whole === undefined) return [];
      const round = roundSeenBy(asker.actor, whole, { area: report.area, registry });
      const [own, reminder] = [byReport.get(report.id) ?? [], reminders.get(report.id)];
      const at = { report, round, lines: own, outcomes, reminder, now: context.clock() };
      return [summaryView({ registry, language }, at)];
    });
  }
}
