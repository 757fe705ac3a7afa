import { type Actor, areasOf, clearanceOf, may } from "@yuanbiao/core/access";
import type { Round } from "@yuanbiao/core/round";
import { clearedFor } from "@yuanbiao/core/sight";
import { mayRead } from "@yuanbiao/core/suppress";
import type { Cut } from "@yuanbiao/db/nouns";
import { listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import type { Context } from "../context.ts";
import { documentCode } from "../wire/round-document.ts";

/**
 * The documents of rounds that a reader knows nothing of: of a class above its own, or of a round that it has no part in
 * and of which nothing has been taken over yet.
 */
export async function hiddenDocuments(context: Context, actor: Actor, cut: Cut): Promise<ReadonlySet<string>> {
  const rounds = await listRounds(context.store, cut);
  const apart = rounds.filter((round) => !takesPart(actor, round));
  const readable = apart.filter((round) => mayRead(round.class, clearanceOf(actor))).map(({ code }) => code);
  const taken = await listReports(context.store, cut, { rounds: readable, states: ["accepted", "locked"] });
  const published = new Set(taken.map(({ round }) => round));
  return new Set(apart.flatMap(({ code }) => (published.has(code) ? [] : [documentCode(code)])));
}

/** A park has a part in the rounds that ask it; who reads rounds, in those whose class it reads. */
function takesPart(actor: Actor, round: Round): boolean {
  const cleared = clearedFor(actor, round.class);
  if (!may(cleared, "round.read")) return false;
  const own = areasOf(cleared, "round.read");
  return own === null || round.areas.some((area) => own.includes(area));
}
