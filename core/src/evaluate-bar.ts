import type { EvaluationFacts, TargetFact } from "./evaluate-facts.ts";
import { applyEffect, type Graded } from "./evaluate-grade.ts";
import type { Counts } from "./evaluate-total.ts";
import { intervalOf, isMet } from "./met.ts";
import { exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Veto } from "./scheme-rules.ts";
import { targetDirection } from "./target.ts";

/** A veto that struck, with the figures that it struck by. */
export interface Struck {
  readonly code: string;
  readonly figures: Readonly<Record<string, string>>;
}
/** A window rule that holds, with the years that made it hold; years of the window that nobody knows are counted apart. */
export interface Held {
  readonly code: string;
  readonly years: readonly number[];
  readonly unknown: number;
}

/** An area with its whole result. */
export interface AreaResult extends Graded {
  readonly vetoes: readonly Struck[];
  readonly windows: readonly Held[];
}

export interface BarFacts {
  readonly counts: Counts;
  /** By id. */
  readonly targets: () => ReadonlyMap<string, TargetFact>;
  readonly directions: ReadonlyMap<string, EvaluationFacts["indicators"][number]>;
}

/** A binding target that the figure used for the criterion misses; what is aspirational or not 约束性 bars nobody. */
function missedTarget(area: AreaResult, criterion: string, facts: BarFacts): Struck["figures"] | null {
  const inputs = area.lines.find((line) => line.criterion === criterion)?.detail().inputs ?? [];
  const used = inputs.find(({ from }) => from === "target");
  const actual = inputs.find(({ from, input }) => from === "figure" && input === "actual");
  const target = facts.targets().get(used?.sources[0]?.id ?? "");
  if (used === undefined || actual === undefined || target === undefined) return null;
  if (target.aspirational || target.nature !== "binding") return null;
  const { comparator, valueMax, tolerance } = target;
  const direction = targetDirection(target, facts.directions.get(target.indicator) ?? { direction: "up" });
  const isReached = isMet(intervalOf(actual.value, "="), {
    comparator,
    value: used.value,
    valueMax,
    tolerance,
    direction,
  });
  return isReached === false ? { target: target.id, actual: actual.value, value: used.value } : null;
}

function strikes({ when }: Pick<Veto, "when">, area: AreaResult, facts: BarFacts): Struck["figures"] | null {
  if (when.kind === "count") {
    const count = facts.counts.get(`${when.code} ${area.area}`)?.count ?? 0;
    return count >= when.atLeast ? { counted: when.code, count: String(count), atLeast: String(when.atLeast) } : null;
  }
  if (when.kind === "target-missed") return missedTarget(area, when.criterion, facts);
  const line = area.lines.find(({ criterion }) => criterion === when.criterion);
  if (line?.counted == null || line.weight === null) return null;
  const limit = exact(when.share).times(line.weight);
  const figures = {
    criterion: when.criterion,
    points: line.counted.toFixed(),
    limit: limit.toDecimalPlaces(6).toFixed(),
  };
  return line.counted.lt(limit) ? figures : null;
}

/**
 * Takes the right to a place from whom some veto bars, before anybody has one: whatever the order of steps, ranks and
 * quotas count those alone who keep it.
 */
export function excludeVetoed(areas: readonly AreaResult[], scheme: Scheme, facts: BarFacts): AreaResult[] {
  const barring = scheme.vetoes.filter(({ effect }) => effect.kind === "ineligible");
  const isBarred = (area: AreaResult): boolean => barring.some((veto) => strikes(veto, area, facts) !== null);
  return areas.map((area) => (isBarred(area) ? { ...area, eligible: false } : area));
}

/** Says which vetoes strike, and does what they do, in the scheme's order. */
export function barAreas(areas: readonly AreaResult[], scheme: Scheme, facts: BarFacts): AreaResult[] {
  return areas.map((area) => {
    let now = area;
    for (const { code, effect, ...veto } of scheme.vetoes) {
      const figures = strikes(veto, area, facts);
      if (figures === null) continue;
      now = { ...applyEffect(now, effect, scheme), vetoes: [...now.vetoes, { code, figures }] };
    }
    return now;
  });
}
