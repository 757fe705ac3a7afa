import type { Evaluation } from "./evaluate.ts";
import type { AreaResult } from "./evaluate-bar.ts";
import type { ScoreLine } from "./evaluate-line.ts";
import { partingStep } from "./evaluate-rank.ts";
import { makePoolRule } from "./evaluate-rule.ts";
import { type Exact, exact, plain } from "./quantity.ts";
import type { Binding, Criterion } from "./scheme-criterion.ts";
import type { TieBreak } from "./scheme-rules.ts";

/** What the points of a rule rest on that no figure of the area alone decides; null where one does. */
export type Dependence = "pool" | "panel" | "milestone" | "counts" | "parts" | null;

/** What one criterion alone would have to give: `input` at `value` instead of what it is. */
export interface Lever {
  readonly criterion: string;
  /** Points that the criterion has left to give. */
  readonly room: string;
  readonly input: string | null;
  readonly from: string | null;
  /** The nearest figure that gives enough; null where no figure of the area alone gives points. */
  readonly to: string | null;
  readonly dependsOn: Dependence;
}

/** What it takes to draw level with a place or to reach a grade: points, and which criteria could give them alone. */
export interface Gain {
  readonly kind: "rank" | "cutoff" | "quota";
  /** The area ahead, or the grade's code. */
  readonly of: string;
  readonly rank: number | null;
  /** "0" where the totals are equal: the chain parted them, and more points of any kind would pass the other. */
  readonly points: string;
  /** The step of the tie-break chain that put the area behind an equal total. */
  readonly tieBreak: TieBreak | null;
  readonly levers: readonly Lever[];
}

/** Decimals in which an indicator's figures are given. */
export type Decimals = ReadonlyMap<string, number>;

const searched = ["actual", "value", "growth", "rate"] as const;
const mostDoublings = 50;

interface Search {
  readonly at: Exact;
  readonly unit: Exact;
  readonly enough: (value: Exact) => boolean;
}

/** The nearest value on the grid of `unit` that is enough, upwards (1) or downwards (−1), by doubling and halving. */
function nearest({ at, unit, enough }: Search, sign: 1 | -1): Exact | null {
  const value = (steps: Exact): Exact => at.plus(unit.times(steps).times(sign));
  let high = exact(1);
  for (let tries = 0; !enough(value(high)); tries += 1) {
    if (tries === mostDoublings) return null;
    high = high.times(2);
  }
  let low = high.div(2).floor();
  while (high.minus(low).gt(1)) {
    const middle = low.plus(high).div(2).floor();
    if (enough(value(middle))) high = middle;
    else low = middle;
  }
  return value(high);
}

const dependences: Record<Binding["from"], Dependence> = {
  ...{ figure: null, target: null, benchmark: null, constant: null, criterion: "parts", group: "parts" },
  ...{ panel: "panel", milestone: "milestone", counts: "counts" },
};

function dependenceOf({ inputs }: Criterion): Dependence {
  if (inputs["values"] !== undefined) return "pool";
  const found = Object.values(inputs).map(({ from }) => dependences[from]);
  return found.find((one) => one !== null) ?? null;
}

function leverOf(line: ScoreLine, needed: Exact, { criterion, area, evaluation, decimals }: LeverOf): Lever[] {
  if (line.weight === null || line.counted === null || line.state !== "scored") return [];
  const { weight, counted } = line;
  const { inputs } = line.detail();
  const input = inputs.find((used) => used.from === "figure" && searched.some((name) => name === used.input));
  const none = { criterion: criterion.code, room: plain(weight.minus(counted).toDecimalPlaces(6)) };
  const isAlone = input !== undefined && criterion.inputs["values"] === undefined;
  if (!isAlone) {
    const lever = { ...none, input: null, from: null, to: null, dependsOn: dependenceOf(criterion) };
    return weight.minus(counted).gte(needed) ? [lever] : [];
  }
  const rule = makePoolRule(criterion, evaluation.scheme, {});
  const figures = Object.fromEntries(inputs.map((used) => [used.input, used.value]));
  const asked = { figures, scores: null, state: null, counts: null };
  const enough = (value: Exact): boolean => {
    const own = { ...asked, figures: { ...figures, [input.input]: plain(value) } };
    const { points } = rule.score({ area: area.area, type: area.type, asked: own }, weight);
    return points?.minus(counted).gte(needed) === true;
  };
  const places = decimals.get(criterion.indicator ?? "") ?? 2;
  const search: Search = { at: exact(input.value), unit: exact(10).pow(-places), enough };
  const to = nearest(search, 1) ?? nearest(search, -1);
  return to === null ? [] : [{ ...none, input: input.input, from: input.value, to: plain(to), dependsOn: null }];
}

interface Known {
  readonly evaluation: Evaluation;
  readonly decimals: Decimals;
}

interface LeverOf extends Known {
  readonly criterion: Criterion;
  readonly area: AreaResult;
}

function leversFor(area: AreaResult, needed: Exact, { evaluation, decimals }: Known): Lever[] {
  const full = exact(evaluation.scheme.fullMark);
  // What a line gives is stretched where something did not apply to the area.
  const ofLine = area.fullMark.isZero() ? needed : needed.times(area.fullMark).div(full);
  const counted = evaluation.scheme.groups.filter(({ role }) => role === "counted");
  return counted.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => {
      const line = area.lines.find((one) => one.criterion === criterion.code);
      return line === undefined ? [] : leverOf(line, ofLine, { criterion, area, evaluation, decimals });
    }),
  );
}

interface Ahead {
  readonly kind: Gain["kind"];
  readonly of: string;
  readonly rank: number | null;
  readonly total: Exact;
  /** Who is to be drawn level with; null for a cutoff. */
  readonly rival: AreaResult | null;
}

function nextPlace(area: AreaResult, areas: readonly AreaResult[]): Ahead[] {
  const { rank } = area;
  if (rank === null) return [];
  const ahead = areas.filter((one) => one.pool === area.pool && one.rank !== null && one.rank < rank);
  const next = ahead.toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0) || (a.area < b.area ? -1 : 1))[0];
  return next === undefined ? [] : [{ kind: "rank", of: next.area, rank: next.rank, total: next.total, rival: next }];
}

/** Who is not behind has lost the grade by something else than points or places. */
function isAhead(other: AreaResult, area: AreaResult): boolean {
  if (!other.total.eq(area.total)) return other.total.gt(area.total);
  return other.pool !== area.pool || (other.rank ?? 0) < (area.rank ?? 0);
}

/** The next better grade: its cutoff, or where a quota keeps the area out, the last one who is in. */
function nextGrade(area: AreaResult, { scheme, areas }: Evaluation): Ahead[] {
  const at = scheme.grades.findIndex(({ code }) => code === area.grade);
  const better = at > 0 ? scheme.grades[at - 1] : undefined;
  if (better === undefined || area.locked) return [];
  const from = better.from === null ? null : exact(better.from);
  if (from?.gt(area.total) === true) {
    return [{ kind: "cutoff", of: better.code, rank: null, total: from, rival: null }];
  }
  const isRival = ({ pool }: AreaResult): boolean => scheme.quotas.scope === "all" || pool === area.pool;
  const inside = areas.filter((one) => one.grade === better.code && isRival(one) && !one.locked);
  const last = inside.toSorted((a, b) => a.total.comparedTo(b.total) || (b.rank ?? 0) - (a.rank ?? 0))[0];
  if (last === undefined || better.quota === null || !isAhead(last, area)) return [];
  return [{ kind: "quota", of: better.code, rank: last.rank, total: last.total, rival: last }];
}

/**
 * What it takes an area to draw level with the next place and to reach the next grade, everybody else staying as they
 * are; where totals are equal already, the step of the tie-break that parted them. Empty for who leads, or is not ranked.
 */
export function gainsOf(evaluation: Evaluation, area: string, decimals: Decimals): Gain[] {
  const own = evaluation.areas.find((one) => one.area === area);
  if (own === undefined) return [];
  return [...nextPlace(own, evaluation.areas), ...nextGrade(own, evaluation)].map((ahead) => {
    const { kind, of, rank, total, rival } = ahead;
    const needed = total.minus(own.total);
    if (!needed.isZero()) {
      const levers = leversFor(own, needed, { evaluation, decimals });
      return { kind, of, rank, points: plain(needed), tieBreak: null, levers };
    }
    const tieBreak = rival?.pool === own.pool ? partingStep(own, rival, evaluation.scheme) : null;
    return { kind, of, rank, points: "0", tieBreak, levers: [] };
  });
}
