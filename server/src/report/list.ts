import { areasOf } from "@yuanbiao/core/access";
import type { Turn } from "@yuanbiao/core/adoption";
import type { Report, ReportState } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { reportAsSeen } from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listReminders, listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import type { Registry } from "../registry.ts";
import { mayOver, seeReports } from "../reporting.ts";
import { loadOutcomes } from "../reporting-outcomes.ts";
import { requireKnown } from "../route.ts";
import type { ReportList, ReportSummary } from "./shape.ts";
import { summaryView } from "./view.ts";

export interface ReportQuery {
  readonly round?: string | undefined;
  readonly area?: string | undefined;
  readonly state?: ReportState | undefined;
  /** Whose turn it is; in rounds that are not put away. */
  readonly turn?: Turn | undefined;
  /** Those alone with a request that is not answered. */
  readonly asking?: "true" | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const orderOf = ({ round, area }: Pick<Report, "round" | "area">): string => `${round} ${area}`;
const orderOfView = ({ round, area }: ReportSummary): string => orderOf({ round: round.code, area: area.code });

/** What is handed in within a park is a draft, or returned, to everybody else. */
const storedAs: Readonly<Record<ReportState, readonly ReportState[]>> = {
  draft: ["draft", "submitted"],
  returned: ["returned", "submitted"],
  submitted: ["submitted"],
  accepted: ["accepted"],
  locked: ["locked"],
};

/** The reports that the asker may see, by round and area. */
export async function listReportViews(
  context: Context,
  asker: Asker,
  { query, language }: { query: ReportQuery; language: Language },
): Promise<z.infer<typeof ReportList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  requireKnown("area", query.area, registry.areas);
  const found = await listRounds(context.store, { asOf }, query.round === undefined ? {} : { codes: [query.round] });
  const rounds = new Map(found.map((round) => [round.code, round]));
  requireKnown("round", query.round, rounds);
  const ground = { rounds, registry, asOf, language };
  const reports = (await candidatesOf(context, asker, { query, asOf })).filter((report) => {
    const round = rounds.get(report.round);
    if (round === undefined || (query.turn !== undefined && round.state === "archived")) return false;
    return mayOver(asker.actor, "report.read", { area: report.area, round, registry });
  });
  const { turn, state } = query;
  if (turn === undefined && (state === undefined || state === "accepted" || state === "locked")) {
    const page = pageOf(reports, orderOf, query);
    return { items: await viewsOf(context, asker, page.items, ground), nextCursor: page.nextCursor };
  }
  // Where it stands and whose turn it is depends on what the asker may know.
  const views = (await viewsOf(context, asker, reports, ground)).filter(
    (view) => (turn ?? view.turn) === view.turn && (state ?? view.state) === view.state,
  );
  return pageOf(views, orderOfView, query);
}

function candidatesOf(
  context: Context,
  { actor }: Asker,
  { query, asOf }: { query: ReportQuery; asOf: string | null },
): Promise<Versioned<Report>[]> {
  const own = areasOf(actor, "report.read");
  const found = listReports(
    context.store,
    { asOf },
    {
      areas: query.area === undefined ? (own ?? undefined) : [query.area],
      ...(query.round === undefined ? {} : { rounds: [query.round] }),
      ...(query.state === undefined ? {} : { states: storedAs[query.state] }),
    },
  );
  return query.asking === undefined ? found : found.then((all) => all.filter(({ request }) => request !== null));
}

interface Ground {
  readonly rounds: ReadonlyMap<string, Versioned<Round>>;
  readonly registry: Registry;
  readonly asOf: string | null;
  readonly language: Language;
}

async function viewsOf(
  context: Context,
  { actor }: Asker,
  reports: readonly Versioned<Report>[],
  { rounds, registry, asOf, language }: Ground,
): Promise<ReportSummary[]> {
  const ids = reports.map(({ id }) => id);
  const reminders = await listReminders(context.store, { asOf }, ids);
  const outcomes = await loadOutcomes(context, { reports, rounds, asOf });
  const seen = await seeReports(context, actor, { reports, rounds, registry, asOf });
  return seen.map(({ report, round, lines, filled, sight }) => {
    const at = { round, lines, filled, outcomes, reminder: reminders.get(report.id), now: context.clock() };
    return summaryView({ registry, language }, { report: reportAsSeen(report, sight), ...at });
  });
}
