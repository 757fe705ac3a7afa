import type { FoundConflict } from "@yuanbiao/core/conflict";
import type { Target } from "@yuanbiao/core/target";
import { listObservations } from "@yuanbiao/db/queries/observation";
import type { Context } from "../context.ts";
import { spoken } from "../language.ts";
import type { TrackingQuestion } from "../tracking.ts";
import { observationView } from "../wire/observation.ts";
import type { Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { SummaryView } from "./shape.ts";
import { type TargetRef, targetRef } from "./standing.ts";

/** Figures that cannot all be right, with the figures themselves; conflicts of other cities are left out. */
export async function conflictViews(
  context: Context,
  speech: Speech,
  { placing, question }: { placing: Placing; question: TrackingQuestion },
): Promise<SummaryView["conflicts"]> {
  const { asOf, publishedBy, clearance, areas } = question;
  const ids = placing.conflicts.flatMap(({ observations }) => [...observations]);
  const figures = await listObservations(context.store, { asOf, publishedBy, clearance }, { ids, areas });
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const reasonOf = ({ code, reason }: FoundConflict): string =>
    spoken(speech.language, reason ?? "", speech.registry.conflicts.find((row) => row.code === code)?.reasonEn ?? null);
  return placing.conflicts.flatMap((conflict) => {
    const own = conflict.observations.map((id) => byId.get(id)).filter((figure) => figure !== undefined);
    if (own.length < 2) return [];
    const observations = own.map((figure) => observationView(speech, figure, placing.conflictIndex));
    return [{ code: conflict.code, kind: conflict.kind, reason: reasonOf(conflict), observations }];
  });
}

/** Targets that say different things of the same question, each group once. */
export function targetConflicts(speech: Speech, targets: readonly Target[]): TargetRef[][] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const groups = new Map<string, TargetRef[]>();
  for (const target of targets) {
    if (target.conflicts.length === 0) continue;
    const ids = [...new Set([target.id, ...target.conflicts])].sort();
    const known = ids.map((id) => byId.get(id)).filter((found) => found !== undefined);
    if (known.length > 1)
      groups.set(
        ids.join(" "),
        known.map((found) => targetRef(speech, found)),
      );
  }
  return [...groups.values()];
}
