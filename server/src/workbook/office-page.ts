import { excelText } from "@yuanbiao/core/neutral";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import type { Language } from "../language.ts";
import { officeColumns, officeHeadText, reportStateText, stateText, workbookText } from "../text/workbook.ts";
import { addressOf } from "./address.ts";
import { officeIdentity } from "./identity.ts";
import { createCanvas, heldAs, heldAsTold, identityPage, looks, numberRule, stateRule, textCell } from "./paint.ts";
import type { OfficeForm, OfficeRow } from "./shape.ts";

const widths = [14, 22, 20, 30, 10, 16, 14, 30, 16, 16, 14];
const [headRow, firstRow] = [2, 3];
const lastRow = 200_000;
const ofAnyUnit = { code: "", name: "", unit: "", decimals: 0, whole: false };

type Names = ReadonlyMap<string, { readonly name: string; readonly unit?: string }>;

function cellsOf(
  row: OfficeRow,
  { areas, indicators, language }: { areas: Names; indicators: Names; language: Language },
) {
  const indicator = indicators.get(row.indicator);
  const texts = [
    row.area,
    areas.get(row.area)?.name ?? "",
    row.indicator,
    indicator?.name ?? "",
    indicator?.unit ?? "",
  ];
  const told = texts.map((text) => (text === "" ? null : excelText(text)));
  const state = row.state === "empty" ? null : stateText(language, row.state);
  const said = row.explanation === null ? null : excelText(row.explanation);
  return [...told, heldAs(row.value), state, said, ...becameCells(row, language)];
}

/** What has become of the figure, and where its report stands: before it is accepted, no figure of it counts. */
function becameCells({ became }: OfficeRow, language: Language): CellValue[] {
  if (became === undefined) return [];
  const report = became.report === null ? null : reportStateText(language, became.report);
  return [heldAsTold(became.verified), heldAsTold(became.adopted), report];
}

/** What the workbook is about, and the headings. */
function paintHead(form: OfficeForm, language: Language): ReturnType<typeof createCanvas> {
  const canvas = createCanvas();
  canvas.set(
    0,
    0,
    textCell(form.round.name, { ...looks.title, alignment: { horizontal: "left", vertical: "center" } }),
  );
  const about = [
    workbookText(language, "period") + form.round.periodName,
    workbookText(language, "dueOn") + form.round.dueOn,
  ];
  canvas.set(1, 0, textCell(about.join("　　"), looks.plain));
  officeColumns.forEach((column, at) => {
    canvas.set(headRow, at, textCell(officeHeadText(language, column), looks.head));
  });
  return canvas;
}

/** Makes the workbook for many areas: one row a figure, rows as they are given, sorted and filtered by whoever fills it. */
export function makeOfficeWorkbook(
  form: OfficeForm,
  rows: readonly OfficeRow[],
  language: Language,
): Promise<Uint8Array> {
  const byCode = <T extends { code: string }>(items: readonly T[]) => new Map(items.map((item) => [item.code, item]));
  const names = { areas: byCode(form.areas), indicators: byCode(form.indicators), language };
  const canvas = paintHead(form, language);
  const head: CellValue[][] = Array.from({ length: firstRow }, () => []);
  const page = {
    name: workbookText(language, "officeSheet"),
    columns: widths.map((width) => ({ width })),
    rows: [...head, ...rows.map((row) => cellsOf(row, names))],
    cells: canvas.cells,
    freezePane: { rows: firstRow },
    autoFilter: { range: `A${firstRow}:${addressOf(firstRow + Math.max(1, rows.length), officeColumns.length - 1)}` },
    dataValidations: [
      numberRule(language, ofAnyUnit, `F${firstRow + 1}:F${lastRow}`),
      stateRule(language, `G${firstRow + 1}:G${lastRow}`),
    ],
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${firstRow}:$${firstRow}`,
    } as const,
    rowDefs: new Map([
      [0, { height: 28 }],
      [headRow, { height: 32 }],
    ]),
  };
  return writeXlsx({
    sheets: [page, identityPage(officeIdentity(form))],
    properties: { title: form.round.name, creator: "园标" },
    defaultFont: { name: "宋体", size: 10 },
    workbookProtection: { lockStructure: true },
  });
}
