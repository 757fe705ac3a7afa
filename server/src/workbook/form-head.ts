import {
  columnNamed,
  type FormColumn,
  type headText,
  type OfficeColumn,
  spellings,
  type WorkbookWord,
} from "../text/workbook.ts";
import { cellText, type Findings, nowhere } from "./findings.ts";
import type { OpenedWorkbook, OpenSheet, RowCells } from "./open.ts";
import type { InputColumns } from "./read-line.ts";

export type HeadColumn = FormColumn | OfficeColumn;
export type Head = ReadonlyMap<HeadColumn, number>;

/** Which column has which heading; the first of two alike counts. */
export function readHead(cells: RowCells): Head {
  const head = new Map<HeadColumn, number>();
  cells.forEach((cell, at) => {
    const column = columnNamed(cellText(cell) ?? "");
    if (column !== undefined && !head.has(column)) head.set(column, at);
  });
  return head;
}

/** The columns of what is read; an area's form has no area column, and -1 says so. */
export interface Places extends InputColumns {
  readonly code: number;
  readonly area: number;
}

/** Where to read, or undefined where a needed heading is missing. */
export function placesOf(head: Head): Places | undefined {
  const [code, value] = [head.get("code"), head.get("value")];
  const [state, explanation] = [head.get("state"), head.get("explanation")];
  if (code === undefined || value === undefined || state === undefined || explanation === undefined) return undefined;
  return { code, value, state, explanation, area: head.get("area") ?? -1 };
}

/** The headings that are not there, as the sheet would have them. */
export function missingHeads(head: Head, needed: readonly HeadColumn[], textOf: typeof headText): string {
  const missing = needed.filter((column) => !head.has(column));
  return missing.map((column) => textOf("zh-CN", column)).join("、");
}

/** The sheet that was given out to be filled, under its name in either language. */
export function findSheet(workbook: OpenedWorkbook, word: WorkbookWord, findings: Findings): OpenSheet | undefined {
  const names = spellings(word);
  const sheet = workbook.sheets.find(({ name }) => names.includes(name));
  if (sheet === undefined) {
    findings.add("wrong-sheet", nowhere, { found: workbook.visible.join("、"), expected: names[0] ?? "" });
  }
  return sheet;
}
