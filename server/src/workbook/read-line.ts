import { narrow, type RawCell, readCell } from "@yuanbiao/core/cell";
import { original } from "@yuanbiao/core/neutral";
import type { LineState } from "@yuanbiao/core/report";
import { hasOutside } from "../characters.ts";
import { stateNamed } from "../text/workbook.ts";
import { addressOf } from "./address.ts";
import { cellText, type Findings } from "./findings.ts";
import type { RowCells } from "./open.ts";
import type { ReadLine, TemplateIndicator } from "./shape.ts";

const longestExplanation = 2000;
const nothing: RawCell = { kind: "empty" };

/** Where a line's three inputs stand. */
export interface InputColumns {
  readonly value: number;
  readonly state: number;
  readonly explanation: number;
}

export interface LineSource {
  readonly sheet: string;
  readonly row: number;
  readonly cells: RowCells;
  readonly columns: InputColumns;
}

export function hasInput({ cells, columns }: Pick<LineSource, "cells" | "columns">): boolean {
  return [columns.value, columns.state, columns.explanation].some((column) => cellText(cells[column])?.trim() !== "");
}

function readState({ sheet, row, cells, columns }: LineSource, findings: Findings): LineState {
  const text = cellText(cells[columns.state]);
  const state = text === undefined ? undefined : stateNamed(narrow(text));
  if (state !== undefined) return state;
  findings.add("unknown-state", { sheet, cell: addressOf(row, columns.state) }, { found: text?.slice(0, 60) ?? "" });
  return "empty";
}

function readExplanation({ sheet, row, cells, columns }: LineSource, findings: Findings): string | null {
  const place = { sheet, cell: addressOf(row, columns.explanation) };
  const text = cellText(cells[columns.explanation]);
  if (text === undefined || hasOutside(text)) findings.add("unreadable-explanation", place);
  if (text === undefined || text.trim() === "") return null;
  const said = original(text);
  if (said.length > longestExplanation)
    findings.add("explanation-too-long", place, { expected: `${longestExplanation}` });
  return said;
}

/** A value and a declared state must say the same; a dash as value declares that the line does not apply. */
function settle(declared: LineState, read: LineState): LineState | "contradiction" | "value-missing" {
  if (declared === "empty" || declared === read) return read;
  if (read !== "empty") return "contradiction";
  return declared === "value" ? "value-missing" : declared;
}

/** Reads a line's three inputs; adds each thing that is wrong to the findings and reads on. */
export function readLine(source: LineSource, indicator: TemplateIndicator, findings: Findings): ReadLine {
  const { sheet, row, cells, columns } = source;
  const cell = addressOf(row, columns.value);
  const reading = readCell(cells[columns.value] ?? nothing, indicator);
  const declared = readState(source, findings);
  const explanation = readExplanation(source, findings);
  const blank = { indicator: indicator.code, state: "empty", value: null, explanation, cell } as const;
  if (reading.kind === "fault") {
    findings.add(reading.code, { sheet, cell }, reading);
    return blank;
  }
  const read = reading.kind === "state" ? reading.state : reading.kind;
  const state = settle(declared, read);
  if (state === "contradiction") {
    findings.add("state-contradicts-value", { sheet, cell: addressOf(row, columns.state) });
    return blank;
  }
  if (state === "value-missing") {
    findings.add("value-missing", { sheet, cell });
    return blank;
  }
  return { ...blank, state, value: reading.kind === "value" ? reading.value : null };
}
