import type { OfficeForm, TemplateForm, TemplateIndicator } from "@yuanbiao/server/workbook/shape";
import { type Cell, readXlsx, type Sheet, writeXlsx } from "hucre/xlsx";

const indicator = (
  code: string,
  name: string,
  unit: string,
  kind: { decimals?: number; whole?: boolean } = {},
): TemplateIndicator => ({
  code,
  name,
  unit,
  decimals: kind.decimals ?? 2,
  whole: kind.whole ?? false,
});

const blank = {
  previous: null,
  samePeriod: null,
  yearToDate: null,
  value: null,
  state: "empty",
  explanation: null,
} as const;

/** A quarter's form of a made-up park: four indicators, on rows 8 to 11, values in column H. */
export const form: TemplateForm = {
  round: {
    code: "R-2026-Q1",
    name: "园区主要指标季报",
    period: "2026-Q1",
    periodName: "2026年一季度",
    dueOn: "2026-04-20",
    instructions: "统计范围：园区内规模以上工业企业。\n报送日期：季后二十日前。",
  },
  form: { number: "园指1表", issuer: "示范市科学技术局", approval: null, validUntil: "2027-12-31" },
  area: { code: "park-a", name: "甲园区" },
  version: 3,
  lines: [
    { ...blank, indicator: indicator("output", "规模以上工业总产值", "亿元"), caliber: "规上", previous: "1700.5" },
    { ...blank, indicator: indicator("sei-share", "战略性新兴产业产值占比", "%", { decimals: 0 }), caliber: "规上" },
    {
      ...blank,
      indicator: indicator("high-tech", "高新技术企业数", "家", { decimals: 0, whole: true }),
      caliber: "入统",
    },
    { ...blank, indicator: indicator("fdi", "实际使用外资", "万美元"), caliber: "" },
  ],
};

export const office = {
  round: form.round,
  takenAt: "2026-04-02T01:00:00.000Z",
  areas: [
    { code: "park-a", name: "甲园区" },
    { code: "park-b", name: "乙园区" },
  ],
  indicators: form.lines.map((line) => line.indicator),
} as const satisfies OfficeForm;

export const cellAt: Readonly<Record<string, readonly [row: number, column: number]>> = Object.fromEntries(
  Array.from({ length: 30 }, (_, row) =>
    [..."ABCDEFGHIJKLMNOP"].map((letter, column) => [`${letter}${row + 1}`, [row, column]]),
  ).flat(),
);

/** What a person's program writes into a cell: a plain value, or a cell with formula, error or format. */
export type Edit = string | number | boolean | Partial<Cell>;

function editCell(sheet: Sheet, address: string, edit: Edit): void {
  const [row, column] = cellAt[address] ?? [0, 0];
  const cell: Partial<Cell> = typeof edit === "object" ? edit : { value: edit };
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell.value ?? null;
  sheet.cells?.delete(`${row},${column}`);
  if (typeof edit === "object") sheet.cells?.set(`${row},${column}`, { value: null, type: "number", ...cell });
}

/** A workbook as it comes back: opened, cells edited, saved by another program, which keeps what it knows. */
export async function refill(
  bytes: Uint8Array,
  edits: Readonly<Record<string, Edit>>,
  change: (sheet: Sheet, sheets: Sheet[]) => void = () => {},
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [first] = sheets;
  if (first === undefined) throw new Error("a workbook without sheets");
  first.cells ??= new Map();
  for (const [address, edit] of Object.entries(edits)) editCell(first, address, edit);
  change(first, sheets);
  const kept = sheets.map(({ name, rows, cells, merges, veryHidden }) => ({
    name,
    rows,
    ...(cells !== undefined && { cells }),
    ...(merges !== undefined && { merges }),
    ...(veryHidden !== undefined && { veryHidden }),
  }));
  return writeXlsx({ sheets: kept });
}

/** A form of three lines with so many rows more, each of an indicator that it does not have. */
export const withStrangeRows = (bytes: Uint8Array, count: number): Promise<Uint8Array> =>
  refill(bytes, {}, (sheet) => {
    const { rows } = sheet;
    sheet.cells?.clear();
    sheet.merges = [];
    const first = rows.findIndex((row) => row.includes("sei-share-above-scale"));
    const model = rows[first] ?? [];
    const strange = Array.from({ length: count }, (_, at) =>
      model.map((cell) => (cell === "sei-share-above-scale" ? `strange-${at}` : cell)),
    );
    rows.splice(first + 3, 0, ...strange);
  });
