import { type Asker, makeAsker } from "./evaluate-asked.ts";
import { type Cell, refuseLacks, type Scene, settleCell } from "./evaluate-cell.ts";
import type { LineDetail, Scoreboard, ScoreLine } from "./evaluate-line.ts";
import { isOverPool, makePoolRule, type PoolRule } from "./evaluate-rule.ts";
import { type Exact, exact, roundExact } from "./quantity.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { relativeWeights, weightFor } from "./scheme-weights.ts";
import { settle } from "./scorer-rounding.ts";
import { effectiveWeights } from "./weight.ts";

type Weights = readonly (Exact | null)[];
/** Effective weights by park type and by which criteria are gone: the same object for the same question. */
type Weigh = (type: string, gone: string) => Weights;

interface Column {
  readonly group: string;
  readonly criterion: Criterion;
  /** Its place in its group, and in the scheme. */
  readonly at: number;
  readonly place: number;
  /** Whether other groups are composed of its points. */
  readonly isReferred: boolean;
  readonly asker: Asker;
  readonly rule: PoolRule;
  readonly weigh: Weigh;
  /** What the pool got, where the policy takes the mean of it. */
  readonly pool: Exact[];
}

function makeWeigh(group: Group): Weigh {
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

/** The figures of everybody in the pool to whom the criterion applies, where they are compared with each other. */
function poolValues(asker: Asker, boards: readonly Scoreboard[], applies: (board: Scoreboard) => boolean) {
  const entries = boards.filter(applies).flatMap((board) => {
    const asked = asker(board.fact, board.points);
    const value = "used" in asked ? asked.figures["values"] : undefined;
    return value === undefined ? [] : [[board.fact.code, value] as const];
  });
  return Object.fromEntries(entries);
}

function makeColumns({ group, first }: PlacedGroup, boards: readonly Scoreboard[], scene: Scene): Column[] {
  const weigh = makeWeigh(group);
  return group.criteria.map((criterion, at) => {
    const asker = makeAsker(criterion, scene.sources);
    const applies = ({ fact }: Scoreboard): boolean => (weigh(fact.type, "")[at] ?? null) !== null;
    const values = isOverPool(criterion) ? poolValues(asker, boards, applies) : {};
    const rule = makePoolRule(criterion, scene.sources.scheme, values);
    const isReferred = scene.referred.has(`criterion ${criterion.code}`);
    return { group: group.code, criterion, at, place: first + at, isReferred, asker, rule, weigh, pool: [] };
  });
}

/** Asks a rule about one area; null where the criterion does not apply, or the run is refused for it. */
function askCell({ criterion, at, asker, rule, pool }: Column, { board, nominal }: Weighed, scene: Scene): Cell | null {
  const { code: area, type } = board.fact;
  const weight = nominal[at] ?? null;
  if (weight === null) return null;
  const asked = asker(board.fact, board.points);
  if (!("used" in asked)) {
    const lack = refuseLacks(asked, { area, criterion }, scene);
    return lack === null ? null : { asked: null, scored: null, lack, settled: null };
  }
  const scored = rule.score({ area, type, asked }, weight);
  if (criterion.missing === "group-mean" && scored.points !== null) pool.push(scored.points);
  return { asked, scored, lack: scored.reason, settled: null };
}

/** An area with the weights that its park type gives it. */
interface Weighed {
  readonly board: Scoreboard;
  readonly nominal: Weights;
}

type Shape = Pick<ScoreLine, "state" | "weight" | "points" | "counted" | "reason">;

/** Nothing that the detail needs is kept but what the whole column shares: it is worked out again on demand. */
function lineOf(column: Column, board: Scoreboard, shape: Shape): ScoreLine {
  const { state, weight, points, counted, reason } = shape;
  const detail = (): LineDetail => {
    const { code: area, type } = board.fact;
    const by = weight ?? column.weigh(type, "")[column.at] ?? null;
    const asked = by === null ? [] : column.asker(board.fact, board.points);
    if (by === null || !("used" in asked)) return { inputs: [], scored: null };
    return { inputs: asked.used(), scored: column.rule.score({ area, type, asked }, by) };
  };
  return { group: column.group, criterion: column.criterion.code, state, weight, points, counted, reason, detail };
}

interface Pair {
  readonly board: Scoreboard;
  /** The weight by the park type alone, and the one after others of the group have handed theirs on. */
  readonly nominal: Exact | null;
  readonly weight: Exact | null;
}

/** State and points of a line, before the points are rounded. */
function shapeOf(cell: Cell | null, { criterion, rule }: Column, { board, nominal, weight }: Pair) {
  const none = { weight: null, points: null } as const;
  if (cell === null || nominal === null) return { state: "not-applicable", ...none } as const;
  const { settled, asked } = cell;
  if (settled?.kind === "redistributed") return { state: "redistributed", ...none } as const;
  if (weight === null || (settled !== null && settled.kind !== "points")) {
    return { state: "excluded", weight, points: null } as const;
  }
  if (settled !== null) {
    const isShare = criterion.missing === "group-mean" && weight !== nominal && !nominal.isZero();
    const points = isShare ? settled.points.times(weight).div(nominal) : settled.points;
    return { state: "settled", weight, points } as const;
  }
  if (weight === nominal || asked === null) {
    return { state: "scored", weight, points: cell.scored?.points ?? null } as const;
  }
  const { code: area, type } = board.fact;
  return { state: "scored", weight, points: rule.score({ area, type, asked }, weight).points } as const;
}

type Row = readonly (Cell | null)[];

/** Which criteria have handed their weight on, as a text of 0 and 1; empty where none has. */
function goneIn(cells: Row): string {
  const gone = cells.map((cell) => cell?.settled?.kind === "redistributed");
  return gone.includes(true) ? gone.map(Number).join("") : "";
}

interface Table {
  readonly group: Group;
  readonly columns: readonly Column[];
}

/** Writes an area's lines and points of a group on its board. */
function writeRow({ group, columns }: Table, { board, nominal, cells }: FullRow, scene: Scene): void {
  const { mode, scale, stage } = scene.sources.scheme.rounding;
  const gone = goneIn(cells);
  const weights = gone === "" ? nominal : (columns[0]?.weigh(board.fact.type, gone) ?? nominal);
  let sum = exact(0);
  for (const column of columns) {
    const { at, place, criterion } = column;
    const cell = cells[at] ?? null;
    const pair = { board, nominal: nominal[at] ?? null, weight: weights[at] ?? null };
    const { state, weight, points } = shapeOf(cell, column, pair);
    const isRounded = points !== null && stage === "criterion";
    const counted = isRounded ? roundExact(settle(points), scale, mode) : points;
    const reason = cell?.lack ?? null;
    board.lines[place] = lineOf(column, board, { state, weight, points, counted, reason });
    if (counted === null) continue;
    sum = sum.plus(counted);
    if (column.isReferred) board.points.set(`criterion ${criterion.code}`, counted);
  }
  const points = stage === "group" ? roundExact(settle(sum), scale, mode) : sum;
  board.groups.set(group.code, points);
  board.points.set(`group ${group.code}`, points);
}

interface FullRow extends Weighed {
  readonly cells: Row;
}

/** A group with the place of its first criterion in the scheme. */
export interface PlacedGroup {
  readonly group: Group;
  readonly first: number;
}

/**
 * Scores one group for the areas of one pool and writes lines and points on their boards; what cannot be scored goes by
 * each criterion's policy once everybody else is scored, or on the list of refusals.
 */
export function scoreGroup(placed: PlacedGroup, boards: readonly Scoreboard[], scene: Scene): void {
  const { group } = placed;
  const columns = makeColumns(placed, boards, scene);
  const lacking: FullRow[] = [];
  for (const board of boards) {
    const weighed = { board, nominal: columns[0]?.weigh(board.fact.type, "") ?? [] };
    const cells = columns.map((column) => askCell(column, weighed, scene));
    const row = { ...weighed, cells };
    if (cells.some((cell) => cell !== null && cell.lack !== null)) lacking.push(row);
    else writeRow({ group, columns }, row, scene);
  }
  for (const { cells, ...weighed } of lacking) {
    const area = weighed.board.fact.code;
    const settled = columns.map(({ at, criterion, pool }) => {
      const cell = cells[at] ?? null;
      return cell === null ? null : settleCell(cell, { area, criterion, pool }, scene);
    });
    writeRow({ group, columns }, { ...weighed, cells: settled }, scene);
  }
}
