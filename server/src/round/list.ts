import { type Actor, areasOf, may } from "@yuanbiao/core/access";
import type { Report } from "@yuanbiao/core/report";
import type { Round, RoundState } from "@yuanbiao/core/round";
import { clearedFor } from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listReports } from "@yuanbiao/db/queries/report";
import { findRound, listRounds } from "@yuanbiao/db/queries/round";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { standingsOf } from "../reporting.ts";
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

/** Whether an actor sees a round: one of a class that it is cleared for; a park those that ask it, once they are open. */
export function seesRound(actor: Actor, round: Round): boolean {
  if (!may(clearedFor(actor, round.class), "round.read")) return false;
  const own = areasOf(actor, "round.read");
  return own === null || (round.state !== "draft" && round.areas.some((area) => own.includes(area)));
}

async function reportsOf(
  context: Context,
  actor: Actor,
  { codes, asOf, own }: { codes: readonly string[]; asOf: string | null; own: readonly string[] | null },
): Promise<ReadonlyMap<string, Versioned<Report>[]>> {
  const filter = { rounds: codes, ...(own === null ? {} : { areas: own }) };
  const reports = await listReports(context.store, { asOf }, filter);
  return Map.groupBy(await standingsOf(context, actor, { reports, asOf }), ({ round }) => round);
}

/** Rounds, the latest due first. */
export async function listRoundViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: RoundQuery; language: Language },
): Promise<z.infer<typeof RoundList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  requireKnown("city", query.city, cities(registry));
  const own = areasOf(actor, "round.read");
  const { city, state } = query;
  const found = await listRounds(
    context.store,
    { asOf },
    { city, ...(state === undefined ? {} : { states: [state] }) },
  );
  const page = pageOf(
    found.filter((round) => seesRound(actor, round)),
    ({ code }) => code,
    query,
  );
  const reports = await reportsOf(context, actor, { codes: page.items.map(({ code }) => code), asOf, own });
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
  const [round, registry, reports] = await Promise.all([
    findRound(context.store, { asOf }, code),
    context.registries.at(asOf),
    reportsOf(context, actor, { codes: [code], asOf, own }),
  ]);
  if (round === undefined || !seesRound(actor, round)) throw new Refusal(404, "unknown-round");
  return roundView({ registry, language }, round, { reports: reports.get(code) ?? [], actor, now: context.clock() });
}
