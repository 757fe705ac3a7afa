import { type Asked, type Asker, makeAsker } from "./evaluate-asked.ts";
import type { Scene } from "./evaluate-cell.ts";
import type { LineDetail, Scoreboard } from "./evaluate-line.ts";
import type { NoValue } from "./evaluate-refusal.ts";
import { isOverPool, makePoolRule, type PoolRule } from "./evaluate-rule.ts";
import type { Exact } from "./quantity.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { relativeWeights, weightFor } from "./scheme-weights.ts";
import type { ScoreReason } from "./scorer-outcome.ts";
import { settle } from "./scorer-rounding.ts";
import { effectiveWeights } from "./weight.ts";

export type Weights = readonly (Exact | null)[];
/** Effective weights by park type and by which criteria are gone: the same object for the same question. */
export type Weigh = (type: string, gone: string) => Weights;

export function makeWeigh(group: Group): Weigh {
  const known = new Map<string, Weights>();
  return (type, gone) => {
    const key = gone === "" ? type : `${type} ${gone}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const left = relativeWeights(group, type).map((own, at) => (gone[at] === "1" ? null : own));
    const weights = effectiveWeights(weightFor(group, type), left);
    known.set(key, weights);
    return weights;
  };
}

/** A criterion over the areas of one pool. */
export interface Column {
  readonly group: string;
  readonly criterion: Criterion;
  /** Its place in its group, and in the scheme. */
  readonly at: number;
  readonly place: number;
  readonly asker: Asker;
  /** For what is worked out again: of the first scoring nothing is kept. */
  readonly rule: PoolRule;
  readonly weigh: Weigh;
}

/** Why an area got nothing by a rule: what stands against asking it, or what it said. */
type Lacking = readonly NoValue[] | ScoreReason;

/** What a criterion gives the areas of a pool, by their place in it. */
export interface ScoredColumn {
  readonly column: Column;
  /** Null where the criterion does not apply, or gives nothing; settled where points are rounded by criterion. */
  readonly points: readonly (Exact | null)[];
  /** Which share of their weight everybody got, where the policy takes the mean of it. */
  readonly pool: readonly Exact[];
  readonly lacking: ReadonlyMap<number, Lacking>;
}

/** A group's criterion, and the areas that it is asked about. */
export interface ColumnOf {
  readonly group: Group;
  readonly at: number;
  readonly place: number;
  readonly weigh: Weigh;
  readonly boards: readonly Scoreboard[];
}

type Answers = readonly (Asked | NoValue[] | null)[];

/** The figures of everybody in the pool to whom the criterion applies, where they are compared with each other. */
function poolValues(boards: readonly Scoreboard[], answers: Answers): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [place, { fact }] of boards.entries()) {
    const asked = answers[place] ?? null;
    const value = asked === null || Array.isArray(asked) ? undefined : asked.figures["values"];
    if (value !== undefined) values[fact.code] = value;
  }
  return values;
}

/** What was asked about an area of the pool, and the weight by its park type alone. */
interface Cells {
  readonly boards: readonly Scoreboard[];
  readonly answers: Answers;
  readonly weights: readonly (Exact | null)[];
}

/** Scores a pool by a rule; of what it makes on the way nothing is kept. */
function scoreCells({ criterion, rule }: Pick<Column, "criterion" | "rule">, cells: Cells, isRounded: boolean) {
  const lacking = new Map<number, Lacking>();
  const pool: Exact[] = [];
  const points = cells.boards.map(({ fact }, own) => {
    const [asked, weight] = [cells.answers[own] ?? null, cells.weights[own] ?? null];
    if (asked === null || weight === null) return null;
    if (Array.isArray(asked)) {
      lacking.set(own, asked);
      return null;
    }
    const scored = rule.score({ area: fact.code, type: fact.type, asked }, weight);
    if (scored.reason !== null) lacking.set(own, scored.reason);
    if (scored.points === null) return null;
    if (criterion.missing === "group-mean" && !weight.isZero()) pool.push(scored.points.div(weight));
    return isRounded ? settle(scored.points) : scored.points;
  });
  return { points, pool, lacking };
}

/** Asks a criterion's rule about every area of a pool, by the weights of the park types alone. */
export function scoreColumn(criterion: Criterion, of: ColumnOf, { sources }: Scene): ScoredColumn {
  const { group, at, place, weigh, boards } = of;
  const { scheme } = sources;
  const asker = makeAsker(criterion, sources);
  const weights = boards.map(({ fact }) => weigh(fact.type, "")[at] ?? null);
  const answers: Answers = boards.map((board, own) =>
    weights[own] === null ? null : asker.ask(board.fact, board.points),
  );
  const values = isOverPool(criterion) ? poolValues(boards, answers) : {};
  const once = { criterion, rule: makePoolRule(criterion, scheme, values) };
  const scored = scoreCells(once, { boards, answers, weights }, scheme.rounding.stage === "criterion");
  const rule = makePoolRule(criterion, scheme, values);
  return { ...scored, column: { group: group.code, criterion, at, place, asker, rule, weigh } };
}

/** What an area gets by another weight, where others of the group have handed theirs on. */
export function scoreAgain({ asker, rule }: Column, { fact, points }: Scoreboard, weight: Exact): Exact | null {
  const asked = asker.ask(fact, points);
  return Array.isArray(asked) ? null : rule.score({ area: fact.code, type: fact.type, asked }, weight).points;
}

/** How a line of that weight came about, worked out again; null is the weight of the park type. */
export function explainCell(column: Column, { fact, points }: Scoreboard, by: Exact | null): LineDetail {
  const { at, asker, rule, weigh } = column;
  const { code: area, type } = fact;
  const weight = by ?? weigh(type, "")[at] ?? null;
  const asked = weight === null ? [] : asker.ask(fact, points);
  if (weight === null || Array.isArray(asked)) return { inputs: [], scored: null };
  return { inputs: asker.used(fact, points), scored: rule.score({ area, type, asked }, weight) };
}
