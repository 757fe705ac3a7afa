import { type Cell, refuseLacks, type Scene, settleCell } from "./evaluate-cell.ts";
import {
  type Column,
  explainCell,
  makeWeigh,
  type ScoredColumn,
  scoreAgain,
  scoreColumn,
  type Weights,
} from "./evaluate-column.ts";
import type { LineDetail, Scoreboard, ScoreLine } from "./evaluate-line.ts";
import type { Refusal } from "./evaluate-refusal.ts";
import { type Exact, exact, roundExact } from "./quantity.ts";
import type { Group } from "./scheme-criterion.ts";
import { settle } from "./scorer-rounding.ts";

type Shape = Pick<ScoreLine, "state" | "weight" | "points">;
const notApplicable: Shape = { state: "not-applicable", weight: null, points: null };

interface Pair {
  readonly board: Scoreboard;
  /** The weight by the park type alone, and the one after others of the group have handed theirs on. */
  readonly nominal: Exact | null;
  readonly weight: Exact | null;
}

/** State and points of a line, before the points are rounded. */
function shapeOf(cell: Cell | null, column: Column, { board, nominal, weight }: Pair): Shape {
  if (cell === null || nominal === null) return notApplicable;
  const { settled } = cell;
  if (settled?.kind === "redistributed") return { state: "redistributed", weight: null, points: null };
  if (weight === null || settled?.kind === "excluded" || settled?.kind === "unsettled") {
    return { state: "excluded", weight, points: null };
  }
  if (settled !== null) {
    const points = settled.kind === "share" ? settled.share.times(weight) : settled.points;
    return { state: "settled", weight, points };
  }
  return { state: "scored", weight, points: weight === nominal ? cell.points : scoreAgain(column, board, weight) };
}

type Row = readonly (Cell | null)[];

/** Which criteria have handed their weight on, as a text of 0 and 1; empty where none has. */
function goneIn(cells: Row): string {
  const gone = cells.map((cell) => cell?.settled?.kind === "redistributed");
  return gone.includes(true) ? gone.map(Number).join("") : "";
}

/** A group over the areas of one pool. */
interface Table {
  readonly group: Group;
  /** The names by which other groups may be composed of its points. */
  readonly names: { readonly group: string; readonly criteria: readonly (string | null)[] };
  readonly columns: readonly ScoredColumn[];
  readonly boards: readonly Scoreboard[];
}

/** An area's row by its place in the pool; `cells` only where something lacks. */
interface FullRow {
  readonly own: number;
  readonly board: Scoreboard;
  readonly nominal: Weights;
  readonly cells: Row | null;
}

/** State and points of each line of a row, before the points are rounded. */
function shapesOf({ columns }: Table, { own, board, nominal, cells }: FullRow): Shape[] {
  if (cells === null) {
    return columns.map(({ column, points }) => {
      const [weight, given] = [nominal[column.at] ?? null, points[own] ?? null];
      return given === null ? notApplicable : { state: "scored", weight, points: given };
    });
  }
  const gone = goneIn(cells);
  const weights = gone === "" ? nominal : (columns[0]?.column.weigh(board.fact.type, gone) ?? nominal);
  return columns.map(({ column }, at) =>
    shapeOf(cells[at] ?? null, column, { board, nominal: nominal[at] ?? null, weight: weights[at] ?? null }),
  );
}

/** A line with what it is worked out again from. */
interface OwnLine extends ScoreLine {
  readonly column: Column;
  readonly board: Scoreboard;
}

function detail(this: OwnLine): LineDetail {
  return explainCell(this.column, this.board, this.weight);
}

/** Writes an area's lines and points of a group on its board. */
function writeRow(table: Table, row: FullRow, scene: Scene): void {
  const { mode, scale, stage } = scene.sources.scheme.rounding;
  const { group, names, columns } = table;
  const { board, cells } = row;
  const isSettled = cells === null && stage === "criterion";
  const shapes = shapesOf(table, row);
  let sum = exact(0);
  for (const [at, { column }] of columns.entries()) {
    const { state, weight, points: given } = shapes[at] ?? notApplicable;
    const points = given === null || isSettled ? given : settle(given);
    const counted = points !== null && stage === "criterion" ? roundExact(points, scale, mode) : given;
    const { code: criterion } = column.criterion;
    const reason = cells?.[at]?.lack ?? null;
    const said = { group: group.code, criterion, state, weight, points, counted, reason, column, board, detail };
    const line: OwnLine = said;
    board.lines[column.place] = line;
    if (counted === null) continue;
    sum = sum.plus(counted);
    const name = names.criteria[at] ?? null;
    if (name !== null) board.points.set(name, counted);
  }
  const points = stage === "group" ? roundExact(settle(sum), scale, mode) : sum;
  board.groups.set(group.code, points);
  // A group of which nothing applies has no points for others to be composed of, rather than 0.
  if (shapes.some((own) => own.points !== null)) board.points.set(names.group, points);
}

/** What the columns say of an area, with what forbids the run on its list; null where nothing lacks. */
function cellsOf({ columns, boards }: Table, own: number, scene: Scene): Row | null {
  const area = boards[own]?.fact.code;
  if (area === undefined || !columns.some(({ lacking }) => lacking.has(own))) return null;
  return columns.map(({ column, points, lacking }): Cell | null => {
    const [found, given] = [lacking.get(own), points[own] ?? null];
    if (found === undefined) return given === null ? null : { points: given, lack: null, settled: null };
    const { criterion } = column;
    const lack = typeof found === "string" ? found : refuseLacks(found, { area, criterion }, scene);
    return lack === null ? null : { points: null, lack, settled: null };
  });
}

/** Whether some criterion has handed its weight on, and nobody in the group is left to take it. */
function isEmptied({ nominal, cells }: FullRow): boolean {
  const own = cells?.filter((_, at) => nominal[at]?.isZero() === false) ?? [];
  const kinds = own.map((cell) => cell?.settled?.kind);
  return kinds.includes("redistributed") && kinds.every((kind) => kind === "redistributed" || kind === "excluded");
}

const nothingLeft = (area: string, group: string): Refusal => ({
  ...{ code: "nothing-to-score", area, criterion: null, figures: { group } },
});

/** A group with the place of its first criterion in the scheme. */
export interface PlacedGroup {
  readonly group: Group;
  readonly first: number;
}

function makeTable({ group, first }: PlacedGroup, boards: readonly Scoreboard[], scene: Scene): Table {
  const weigh = makeWeigh(group);
  const columns = group.criteria.map((criterion, at) =>
    scoreColumn(criterion, { group, at, place: first + at, weigh, boards }, scene),
  );
  const named = group.criteria.map(({ code }) => `criterion ${code}`);
  const criteria = named.map((name) => (scene.referred.has(name) ? name : null));
  return { group, names: { group: `group ${group.code}`, criteria }, columns, boards };
}

/**
 * Scores one group for the areas of one pool and writes lines and points on their boards; what cannot be scored goes by
 * each criterion's policy once everybody else is scored, or on the list of refusals.
 */
export function scoreGroup(placed: PlacedGroup, boards: readonly Scoreboard[], scene: Scene): void {
  const table = makeTable(placed, boards, scene);
  const { columns } = table;
  const rows = boards.map((board, own): FullRow => {
    const nominal = columns[0]?.column.weigh(board.fact.type, "") ?? [];
    return { own, board, nominal, cells: cellsOf(table, own, scene) };
  });
  for (const row of rows) {
    const area = row.board.fact.code;
    const cells = row.cells?.map((cell, at) => {
      const [scored, weight] = [columns[at], row.nominal[at] ?? null];
      if (cell === null || scored === undefined || weight === null) return null;
      return settleCell(cell, { area, criterion: scored.column.criterion, pool: scored.pool, weight }, scene);
    });
    const settled = { ...row, cells: cells ?? null };
    if (isEmptied(settled)) scene.refusals.push(nothingLeft(area, placed.group.code));
    writeRow(table, settled, scene);
  }
}
