import type { CountFact, UsedSource } from "./evaluate-facts.ts";
import { countSource } from "./evaluate-inputs.ts";
import type { Scoreboard, ScoreLine } from "./evaluate-line.ts";
import { type Exact, exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Scored } from "./scorer-outcome.ts";
import { roundPoints, settle } from "./scorer-rounding.ts";
import { prepareScorer } from "./scorer-run.ts";

/** An area with its points added up; what is done with the totals follows in the scheme's order. */
export interface Totalled {
  readonly area: string;
  readonly type: string;
  readonly pool: string;
  readonly lines: readonly ScoreLine[];
  readonly groups: readonly { readonly code: string; readonly points: Exact }[];
  /** The full mark of what applied to the area. */
  readonly fullMark: Exact;
  /** Σ of the counted groups, and the same brought to the scheme's full mark where something did not apply (折算). */
  readonly subtotal: Exact;
  readonly scaled: Exact;
  readonly adjustment: Adjustment | null;
  /** What ranks and cutoffs compare, and the total as it is shown. */
  readonly total: Exact;
  readonly shown: string;
}

export interface Adjustment {
  readonly given: Exact;
  readonly sources: readonly UsedSource[];
  readonly scored: Scored;
}

/** The total as it is compared: rounded, or as exact as it was computed. */
function comparedOf(total: Exact, { rounding }: Scheme): Pick<Totalled, "total" | "shown"> {
  const shown = roundPoints(total, rounding);
  return { total: rounding.compare === "rounded" ? exact(shown) : settle(total), shown };
}

/** Adds up the groups that count; 折算 is subtotal × full mark ÷ the full mark of what applied. */
export function totalOf(board: Scoreboard, scheme: Scheme): Totalled {
  const { lines } = board;
  const counted = new Set(scheme.groups.filter(({ role }) => role === "counted").map(({ code }) => code));
  const groups = scheme.groups.map(({ code }) => ({ code, points: board.groups.get(code) ?? exact(0) }));
  const zero = exact(0);
  const isWhole = lines.every(({ state, group }) => state === "scored" || state === "settled" || !counted.has(group));
  const full = exact(scheme.fullMark);
  const fullMark = isWhole
    ? full
    : lines.reduce((sum, line) => {
        const counts = counted.has(line.group) && line.points !== null && line.weight !== null;
        return counts && line.weight !== null ? sum.plus(line.weight) : sum;
      }, zero);
  const subtotal = groups.reduce((sum, { code, points }) => (counted.has(code) ? sum.plus(points) : sum), zero);
  const isScaled = !fullMark.isZero() && !settle(fullMark).eq(full);
  const scaled = isScaled ? subtotal.times(full).div(fullMark) : subtotal;
  const { fact, pool } = board;
  const rest = { fullMark: settle(fullMark), subtotal, scaled, adjustment: null, ...comparedOf(scaled, scheme) };
  return { area: fact.code, type: fact.type, pool, lines, groups, ...rest };
}

export type Counts = ReadonlyMap<string, CountFact>;

/** Adds 加减分 to every total, each item and all together within their caps; what was not counted adds nothing. */
export function adjustTotals<Area extends Totalled>(areas: readonly Area[], scheme: Scheme, counts: Counts): Area[] {
  const { items, cap } = scheme.adjustments;
  if (items.length === 0) return [...areas];
  const rule = prepareScorer(
    {
      type: "adjustments",
      items: items.map(({ code, points, cap: own }) => ({ code, points, ...(own !== null && { cap: own }) })),
      ...(cap !== null && { cap }),
    },
    exact(0),
  );
  return areas.map((area) => {
    const found = items.flatMap(({ code }) => counts.get(`${code} ${area.area}`) ?? []);
    const times = items.map(({ code }) => [code, counts.get(`${code} ${area.area}`)?.count ?? 0]);
    const outcome = rule.score({ base: "0", counts: Object.fromEntries(times) });
    if (outcome.kind !== "one" || outcome.scored.points === null) return area;
    const given = outcome.scored.points;
    const sources = found.map(countSource);
    const adjustment = { given, sources, scored: outcome.scored };
    return { ...area, adjustment, ...comparedOf(area.scaled.plus(given), scheme) };
  });
}
