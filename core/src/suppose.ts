import { z } from "zod";
import { Code } from "./code.ts";
import type { CountFact, EvaluationFacts } from "./evaluate-facts.ts";
import { Quantity } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import { outdoneFigures, supposeFigures, supposeTargets } from "./suppose-facts.ts";
import {
  type Found,
  repeatedFaults,
  type SupposeFault,
  supposedId,
  supposeFault,
  targetCalibers,
  valueCalibers,
} from "./suppose-place.ts";
import { supposeWeights } from "./suppose-weights.ts";

const most = 500;
const AreaValue = z.strictObject({ area: Code, indicator: Code, value: Quantity });

/** 情景测算: what is to be taken in place of what is so. `criterion` null is the weight of the group itself. */
export const Supposition = z.strictObject({
  weights: z
    .array(z.strictObject({ group: Code, criterion: Code.nullable(), weight: Quantity }))
    .max(most)
    .default([]),
  figures: z.array(AreaValue).max(most).default([]),
  targets: z.array(AreaValue).max(most).default([]),
  counts: z
    .array(z.strictObject({ area: Code, code: Code, count: z.int().min(0).max(1_000_000) }))
    .max(most)
    .default([]),
});
export type Supposition = z.infer<typeof Supposition>;

export interface Supposed {
  readonly scheme: Scheme;
  readonly facts: EvaluationFacts;
  /** Where there are any, nothing was supposed: scheme and facts are those that were given. */
  readonly faults: readonly SupposeFault[];
}

/** Everything that a scheme counts: by its adjustments, its vetoes, its rules. */
function countedCodes({ adjustments, vetoes, groups }: Scheme): Set<string> {
  const rules = groups.flatMap(({ criteria }) =>
    criteria.flatMap(({ scorer }) => (scorer.type === "adjustments" ? scorer.items : [])),
  );
  const struck = vetoes.flatMap(({ when }) => (when.kind === "count" ? [when.code] : []));
  return new Set([...[...adjustments.items, ...rules].map(({ code }) => code), ...struck]);
}

function areaFaults(supposition: Supposition, { areas }: EvaluationFacts): SupposeFault[] {
  const known = new Set(areas.map(({ code }) => code));
  return (["figures", "targets", "counts"] as const).flatMap((list) =>
    supposition[list].flatMap(({ area }, at) =>
      known.has(area) ? [] : [supposeFault(`${list}[${at}].area`, "unknown-area")],
    ),
  );
}

function countFaults({ counts }: Supposition, scheme: Scheme): SupposeFault[] {
  const known = countedCodes(scheme);
  return counts.flatMap(({ code }, at) =>
    known.has(code) ? [] : [supposeFault(`counts[${at}].code`, "unknown-count")],
  );
}

function supposeCounts(counts: EvaluationFacts["counts"], supposed: Supposition["counts"]): CountFact[] {
  const key = ({ area, code }: { readonly area: string; readonly code: string }): string => `${code} ${area}`;
  const gone = new Set(supposed.map(key));
  const own = supposed.map((one): CountFact => ({ ...one, version: 0, id: supposedId(one.area, one.code) }));
  return [...counts.filter((fact) => !gone.has(key(fact))), ...own];
}

function doubled({ weights, figures, targets, counts }: Supposition): SupposeFault[] {
  return [
    ...repeatedFaults("weights", weights, ({ group, criterion }) => `${group} ${criterion ?? ""}`),
    ...repeatedFaults("figures", figures, ({ area, indicator }) => `${area} ${indicator}`),
    ...repeatedFaults("targets", targets, ({ area, indicator }) => `${area} ${indicator}`),
    ...repeatedFaults("counts", counts, ({ area, code }) => `${area} ${code}`),
  ];
}

/**
 * A scheme and facts in which some weights, figures of the data year, targets and counts are other than they are; both can
 * be evaluated as any, and the runs compared. What is supposed has an id that begins with `supposed-` and version 0. A
 * weight holds for all park types to whom it applies; a figure or a target for every caliber in which the scheme asks for
 * it. Refuses with every reason at once: codes that are not there, one place twice, what the supposition cannot change.
 */
export function suppose(scheme: Scheme, facts: EvaluationFacts, supposition: Supposition): Supposed {
  const weighed: Found<Scheme> = supposeWeights(scheme, supposition.weights);
  const aimed = supposeTargets({ scheme, facts, calibers: targetCalibers(scheme) }, supposition.targets);
  const figured = supposeFigures({ scheme, facts: aimed.value, calibers: valueCalibers(scheme) }, supposition.figures);
  const counts = supposeCounts(facts.counts, supposition.counts);
  const supposed = { ...figured.value, counts };
  const ahead = [
    ...[...weighed.faults, ...figured.faults, ...aimed.faults, ...areaFaults(supposition, facts)],
    ...[...countFaults(supposition, scheme), ...doubled(supposition)],
  ];
  const faults = ahead.length > 0 ? ahead : outdoneFigures(scheme, supposed, supposition.figures);
  if (faults.length > 0) return { scheme, facts, faults };
  return { scheme: weighed.value, facts: supposed, faults: [] };
}
