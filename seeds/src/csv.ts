import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault } from "./folder.ts";

/** One row of a CSV file: the line of the file it starts on (the heading is line 1) and its cells by column. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a file held, as far as it could be read. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

const Records = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.number() }) }),
);
type Entry = z.infer<typeof Records>[number];

const fullWidthDigits = /[０-９]/;

function lineOf({ raw, info }: Entry): number {
  // csv-parse counts the line a record ends on; a cell in quotes may span several.
  return info.lines - raw.trim().split("\n").length + 1;
}

function entriesOf(text: string): readonly Entry[] {
  const options = { bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  return Records.parse(parse(text, options));
}

function headingFaults(file: string, columns: readonly string[], allowed: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  columns.forEach((column, index) => {
    const fault = (code: string): Fault => ({ file, line: 1, field: column, code, value: column });
    if (!allowed.includes(column)) faults.push(fault("unknown-column"));
    else if (columns.indexOf(column) !== index) faults.push(fault("duplicate-column"));
  });
  return faults;
}

function readRow(file: string, columns: readonly string[], entry: Entry): { row: Row; faults: Fault[] } {
  const line = lineOf(entry);
  const faults: Fault[] = [];
  if (entry.record.length !== columns.length) {
    faults.push({ file, line, field: null, code: "wrong-column-count", value: String(entry.record.length) });
  }
  const cells = Object.fromEntries(columns.map((column, index) => [column, entry.record[index] ?? ""]));
  for (const [field, value] of Object.entries(cells)) {
    if (fullWidthDigits.test(value)) faults.push({ file, line, field, code: "full-width-digits", value });
  }
  return { row: { line, cells }, faults };
}

/** Reads a CSV file in UTF-8, with or without a byte-order mark; `allowed` are the columns that it may have. */
export function readTable(file: string, bytes: Uint8Array, allowed: readonly string[]): Table {
  const refuse = (line: number, code: string, value: string | null): Table => ({
    file,
    columns: [],
    rows: [],
    faults: [{ file, line, field: null, code, value }],
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse(1, "not-utf-8", null);
  }
  try {
    const [heading, ...entries] = entriesOf(text);
    if (heading === undefined) return refuse(1, "missing-heading", null);
    const columns = heading.record;
    const rows = entries.map((entry) => readRow(file, columns, entry));
    const faults = [...headingFaults(file, columns, allowed), ...rows.flatMap((row) => row.faults)];
    return { file, columns, rows: rows.map(({ row }) => row), faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.number().safeParse(error["lines"]);
    return refuse(line.success ? line.data : 1, "malformed-csv", error.message);
  }
}
