import type { WriteSheet } from "hucre/xlsx";
import type { ResultWorkbookWords } from "../text/score-workbook.ts";
import { type Painted, textCell } from "../workbook/paint.ts";
import type { RankingArea, RankingData, RankingGroup } from "./ranking-data.ts";
import { cellLooks, columnName, figureCell, headRows, isSame, makeSheet, sumCell, sumPoints } from "./sheet.ts";

export interface Told {
  readonly data: RankingData;
  readonly words: ResultWorkbookWords;
}

const said = (text: string): Painted => textCell(text, cellLooks.text);

/** A group's columns: its criteria, then their sum. */
interface Block {
  readonly group: RankingGroup;
  readonly first: number;
}

const lead = 2;

function blocksOf(groups: readonly RankingGroup[]): Block[] {
  let first = lead;
  return groups.map((group) => {
    const block = { group, first };
    first += group.criteria.length + 1;
    return block;
  });
}

/** The cells of an area: points by criterion with a formula a group, the sum of counted groups, adjustments, total. */
function pointCells(own: RankingArea, blocks: readonly Block[], row: number): Painted[] {
  const at = (column: number): string => `${columnName(column)}${row}`;
  const pointsOf = ({ group }: Block): (string | null)[] => group.criteria.map(({ code }) => own.points[code] ?? null);
  const counted = blocks.filter(({ group }) => group.isCounted);
  const sum = sumPoints(counted.flatMap(pointsOf));
  const end = lead + blocks.reduce((width, { group }) => width + group.criteria.length + 1, 0);
  const subtotals = counted.map(({ group, first }) => at(first + group.criteria.length));
  const whole = sumPoints([sum, own.adjustment]);
  const total = isSame(whole, own.total) ? sumCell(`SUM(${at(end)}:${at(end + 1)})`, own.total) : figureCell(own.total);
  return [
    ...[said(own.area), said(own.pool)],
    ...blocks.flatMap((block) => {
      const points = pointsOf(block);
      const range = `${at(block.first)}:${at(block.first + points.length - 1)}`;
      return [...points.map(figureCell), sumCell(`SUM(${range})`, sumPoints(points))];
    }),
    sumCell(`SUM(${subtotals.join(",")})`, sum),
    figureCell(own.adjustment),
    total,
  ];
}

/** Parks × criteria, with a sum a group and the total. */
export function linesSheet({ data, words }: Told): WriteSheet {
  const { areas, groups, mark, city, evaluationYear } = data;
  const blocks = blocksOf(groups);
  const columns = groups.flatMap(({ name, criteria }) => [
    ...criteria.map((criterion) => criterion.name),
    `${name} ${words.subtotal}`,
  ]);
  return makeSheet({
    ...{ name: words.sheets.lines, title: words.title(city, evaluationYear), mark, fixed: lead },
    head: [words.area, words.pool, ...columns, words.sum, words.adjustment, words.total],
    widths: [26, 16, ...columns.map(() => 12), 12, 10, 12],
    rows: areas.map((own, at) => pointCells(own, blocks, at + headRows + 1)),
    note: words.linesNote,
  });
}
