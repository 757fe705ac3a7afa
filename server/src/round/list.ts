import { areasOf } from "@yuanbiao/core/access";
import type { Report } from "@yuanbiao/core/report";
import type { Round, RoundState } from "@yuanbiao/core/round";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listReports } from "@yuanbiao/db/queries/report";
import { findRound, listRounds } from "@yuanbiao/db/queries/round";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import type { RoundList, RoundView } from "./shape.ts";
import { roundView } from "./view.ts";

export interface RoundQuery {
  readonly city?: string | undefined;
  readonly state?: RoundState | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Whether an asker sees a round: a park those that ask it, and not before they are open. */
function isSeen(round: Round, own: readonly string[] | null): boolean {
  return own === null || (round.state !== "draft" && round.areas.some((area) => own.includes(area)));
}

async function reportsOf(
  context: Context,
  rounds: readonly Round[],
  { asOf, own }: { asOf: string | null; own: readonly string[] | null },
): Promise<ReadonlyMap<string, Versioned<Report>[]>> {
  const codes = rounds.map(({ code }) => code);
  const filter = { rounds: codes, ...(own === null ? {} : { areas: own }) };
  return Map.groupBy(await listReports(context.store, { asOf }, filter), ({ round }) => round);
}

/** Rounds, the latest due first. */
export async function listRoundViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: RoundQuery; language: Language },
): Promise<z.infer<typeof RoundList>> {
  const registry = await context.registries.at(null);
  requireKnown("city", query.city, cities(registry));
  const own = areasOf(actor, "round.read");
  const asOf = query.asOf ?? null;
  const { city, state } = query;
  const found = await listRounds(
    context.store,
    { asOf },
    { city, ...(state === undefined ? {} : { states: [state] }) },
  );
  const page = pageOf(
    found.filter((round) => isSeen(round, own)),
    ({ code }) => code,
    query,
  );
  const reports = await reportsOf(context, page.items, { asOf, own });
  const now = context.clock();
  const items = page.items.map((round) =>
    roundView({ registry, language }, round, { reports: reports.get(round.code) ?? [], actor, now }),
  );
  return { items, nextCursor: page.nextCursor };
}

/** One round; for a park that it does not ask it is not there. */
export async function getRoundView(
  context: Context,
  { actor }: Asker,
  { code, asOf: instant, language }: { code: string; asOf?: string | undefined; language: Language },
): Promise<RoundView> {
  const asOf = instant ?? null;
  const own = areasOf(actor, "round.read");
  const round = await findRound(context.store, { asOf }, code);
  if (round === undefined || !isSeen(round, own)) throw new Refusal(404, "unknown-round");
  const registry = await context.registries.at(null);
  const reports = await reportsOf(context, [round], { asOf, own });
  return roundView({ registry, language }, round, { reports: reports.get(code) ?? [], actor, now: context.clock() });
}
