import { excelText } from "@yuanbiao/core/neutral";
import { exact } from "@yuanbiao/core/quantity";
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import type { Language } from "../language.ts";
import { promptText, stateText } from "../text/workbook.ts";
import { type Identity, identityRows, identitySheet } from "./identity.ts";
import type { TemplateIndicator, Told } from "./shape.ts";

const line = { style: "thin", color: { rgb: "808080" } } as const;
const grid = { top: line, right: line, bottom: line, left: line } as const;
const [body, heading] = ["宋体", "黑体"];

const lockedFill = { type: "pattern", pattern: "solid", fgColor: { rgb: "F2F2F2" } } as const;
const wrapped = { vertical: "center", wrapText: true } as const;

/** The few looks that a form's cells have. */
export const looks = {
  title: { font: { name: heading, size: 16, bold: true }, alignment: { horizontal: "center", vertical: "center" } },
  plain: { font: { name: body, size: 10 }, alignment: { vertical: "center" } },
  right: { font: { name: body, size: 10 }, alignment: { horizontal: "right", vertical: "center" } },
  middle: { font: { name: body, size: 10 }, alignment: { horizontal: "center", vertical: "center" } },
  note: { font: { name: body, size: 10 }, alignment: { vertical: "top", wrapText: true } },
  head: {
    font: { name: heading, size: 10, bold: true },
    alignment: { ...wrapped, horizontal: "center" },
    border: grid,
    fill: lockedFill,
  },
  place: { font: { name: body, size: 9 }, alignment: { horizontal: "center" }, border: grid, fill: lockedFill },
  locked: { font: { name: body, size: 10 }, alignment: wrapped, border: grid, fill: lockedFill },
  lockedMiddle: {
    font: { name: body, size: 10 },
    alignment: { ...wrapped, horizontal: "center" },
    border: grid,
    fill: lockedFill,
  },
  input: { font: { name: body, size: 10 }, alignment: wrapped, border: grid, protection: { locked: false } },
  inputMiddle: {
    font: { name: body, size: 10 },
    alignment: { ...wrapped, horizontal: "center" },
    border: grid,
    protection: { locked: false },
  },
  signature: {
    font: { name: body, size: 10 },
    alignment: { vertical: "center" },
    border: { bottom: line },
    protection: { locked: false },
  },
} as const satisfies Record<string, CellStyle>;

export type Painted = Partial<Cell> & { readonly value: CellValue };

export function textCell(text: string, style: CellStyle): Painted {
  return text === "" ? { value: null, type: "empty", style } : { value: excelText(text), type: "string", style };
}

/** Excel keeps 15 significant digits: a longer figure stands as text, which is read back exactly. */
const mostDigits = 15;

/** A quantity as a cell holds it without losing a digit. */
export function heldAs(value: string | null): string | number | null {
  if (value === null) return null;
  return exact(value).precision() > mostDigits ? value : Number(value);
}

/** What is told of a figure, as a cell holds it. */
export function heldAsTold(told: Told | null): string | number | null {
  if (told === null) return null;
  return "words" in told ? excelText(told.words) : heldAs(told.value);
}

/** Thousands separated, at least the indicator's decimals and never fewer than the figure has. */
function formatOf({ decimals, whole }: TemplateIndicator): string {
  if (whole) return "#,##0";
  return decimals === 0 ? "General" : `#,##0.${"0".repeat(decimals)}${"#".repeat(6 - decimals)}`;
}

export function quantityCell(value: string | null, indicator: TemplateIndicator, style: CellStyle): Painted {
  const shown = {
    ...style,
    numFmt: formatOf(indicator),
    alignment: { horizontal: "right", vertical: "center" },
  } as const;
  const cell = heldAs(value);
  if (cell === null) return { value: null, type: "empty", style: shown };
  return { value: cell, type: typeof cell === "string" ? "string" : "number", style: shown };
}

/** Cells as hucre takes them: a map from "row,column", both from 0. */
export function createCanvas(): {
  set: (row: number, column: number, cell: Painted) => void;
  cells: Map<string, Painted>;
} {
  const cells = new Map<string, Painted>();
  return { set: (row, column, cell) => void cells.set(`${row},${column}`, cell), cells };
}

const bound = "9999999999999";

/** What Excel itself asks of an input: a number within what is stored, whole where things are counted. */
export function numberRule(language: Language, indicator: TemplateIndicator, range: string): DataValidation {
  const message = `${promptText(language, indicator.whole ? "whole" : "number")}${indicator.unit}`;
  return {
    type: indicator.whole ? "whole" : "decimal",
    operator: "between",
    formula1: `-${bound}`,
    formula2: bound,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputMessage: message,
    errorMessage: message,
    errorStyle: "warning",
    range,
  };
}

export function stateRule(language: Language, range: string): DataValidation {
  return {
    type: "list",
    values: (["value", "not-reported", "not-applicable"] as const).map((state) => stateText(language, state)),
    allowBlank: true,
    showErrorMessage: true,
    errorMessage: promptText(language, "list"),
    range,
  };
}

/** The sheet by which the workbook is known again; nobody sees it and Excel's own menus cannot show it. */
export function identityPage(identity: Identity): WriteSheet {
  return { name: identitySheet, rows: identityRows(identity), veryHidden: true, protection: { sheet: true } };
}
