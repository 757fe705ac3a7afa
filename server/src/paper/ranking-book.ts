import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { resultWorkbookWords } from "../text/score-workbook.ts";
import { type Painted, textCell } from "../workbook/paint.ts";
import type { RankingData, RankingGroup } from "./ranking-data.ts";
import { linesSheet, type Told } from "./ranking-points.ts";
import { cellLooks, columnName, figureCell, headRows, makeSheet, sumCell, sumPoints } from "./sheet.ts";

const centred = (text: string | null): Painted => textCell(text ?? "—", cellLooks.centre);
const said = (text: string): Painted => textCell(text, cellLooks.text);
const long = (texts: readonly string[]): Painted => textCell(texts.join("\n"), cellLooks.long);

function rankingSheet({ data, words }: Told): WriteSheet {
  const { areas, mark, city, evaluationYear, basis } = data;
  return makeSheet({
    ...{ name: words.sheets.ranking, title: words.title(city, evaluationYear), mark, head: words.rankingHead },
    widths: [18, 10, 30, 12, 10, 10, 14, 50],
    rows: areas.map(({ pool, rank, area, total, grade, lastRank, change, notes }) => [
      ...[said(pool), centred(rank), said(area), figureCell(total)],
      ...[centred(grade), centred(lastRank), centred(change), long(notes)],
    ]),
    note: basis,
  });
}

function detailsSheet({ data, words }: Told): WriteSheet {
  const { lines, mark, city, evaluationYear } = data;
  return makeSheet({
    ...{ name: words.sheets.details, title: words.title(city, evaluationYear), mark, head: words.detailsHead },
    widths: [24, 18, 26, 10, 10, 24, 44, 40, 60, 30],
    fixed: 3,
    rows: lines.map(({ area, group, criterion, weight, points, inputs, sources, rule, steps, notes }) => [
      ...[said(area), said(group), said(criterion), figureCell(weight), figureCell(points)],
      ...[long(inputs), long(sources), long([rule]), long(steps), long(notes)],
    ]),
  });
}

function schemeSheet({ data, words }: Told): WriteSheet {
  const { groups, parkTypes, mark, scheme } = data;
  let row = headRows;
  const groupRows: { readonly row: number; readonly group: RankingGroup }[] = [];
  const rows = groups.flatMap((group) => {
    row += 1;
    if (group.isCounted) groupRows.push({ row, group });
    row += group.criteria.length;
    const head = [said(group.name), said(words.groupRow), ...group.weights.map(figureCell), said(""), said("")];
    return [
      head,
      ...group.criteria.map(({ name, weights, rule, missing }) => [
        ...[said(group.name), said(name), ...weights.map(figureCell), long([rule]), said(missing)],
      ]),
    ];
  });
  const sums = parkTypes.map((_, at) => {
    const cells = groupRows.map((own) => `${columnName(at + 2)}${own.row}`);
    return sumCell(`SUM(${cells.join(",")})`, sumPoints(groupRows.map(({ group }) => group.weights[at] ?? null)));
  });
  return makeSheet({
    ...{ name: words.sheets.scheme, title: scheme, mark },
    head: [
      words.group,
      words.criterion,
      ...parkTypes.map((type) => `${words.weight} ${type}`),
      words.rule,
      words.missing,
    ],
    widths: [22, 30, ...parkTypes.map(() => 14), 60, 24],
    rows: [...rows, [said(""), said(words.sum), ...sums, said(""), said("")]],
    note: words.schemeNote,
  });
}

/** The ranking with all details as an Excel file: ranking, points, every line with its arithmetic, the scheme. */
export function makeRanking(data: RankingData): Promise<Uint8Array> {
  const words = resultWorkbookWords[data.language];
  const told = { data, words };
  return writeXlsx({
    sheets: [rankingSheet(told), linesSheet(told), detailsSheet(told), schemeSheet(told)],
    properties: { title: words.title(data.city, data.evaluationYear), creator: "园标" },
    defaultFont: { name: "宋体", size: 10 },
  });
}
