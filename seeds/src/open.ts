import { Code } from "@yuanbiao/core/code";
import { LightRule } from "@yuanbiao/core/light";
import { z } from "zod";
import type { Table } from "./csv.ts";
import { readTable } from "./csv.ts";
import { factSheet } from "./facts.ts";
import type { Fault } from "./folder.ts";
import { readJson } from "./json.ts";
import type { Placed, Sheet } from "./rows.ts";
import { readRows } from "./rows.ts";
import * as sheets from "./sheets.ts";
import type { Sources, Stated } from "./sources.ts";
import { citationSheet, decompositionSheet, readingSheet } from "./target-sheets.ts";
import { readTargets, targetSheet } from "./targets.ts";

export const cityFile = "city.json";
export const lightFile = "light-rules.json";
type Files = ReadonlyMap<string, Uint8Array>;

const City = z.object({ city: Code });
const LightRules = z.array(LightRule);

/** Reads the sheets of one folder and gathers the faults of all. */
function openSheets(files: Files, faults: Fault[]) {
  const read = (sheet: Pick<Sheet<unknown>, "file" | "columns">): Table => {
    const bytes = files.get(sheet.file);
    if (bytes === undefined) return { file: sheet.file, columns: [], rows: [], faults: [] };
    const table = readTable(sheet.file, bytes, Object.keys(sheet.columns));
    faults.push(...table.faults);
    return table;
  };
  const rowsOf = <T>(sheet: Sheet<T>, table: Table = read(sheet)): Placed<T>[] => {
    const { rows, faults: refused } = readRows(sheet, table);
    faults.push(...refused);
    return rows;
  };
  return { read, rowsOf };
}

function statedIn({ columns, rows }: Table, column: string): ReadonlySet<string> | undefined {
  return columns.includes(column) ? new Set(rows.map(({ cells }) => cells[column] ?? "")) : undefined;
}

/** All rows of a folder that pass their schema, the codes that stand in its files, and the faults of rows. */
export function readSources(files: Files): { sources: Sources; stated: Stated; faults: Fault[] } {
  const faults: Fault[] = [];
  const { read, rowsOf } = openSheets(files, faults);
  const city = readJson(cityFile, files.get(cityFile), City, faults)?.city;
  const inCity = <T>({ value, ...place }: Placed<T>) => ({ ...place, value: { ...value, city: city ?? "" } });
  const tables = {
    document: read(sheets.documentSheet),
    department: read(sheets.departmentSheet),
    area: read(sheets.areaSheet),
    caliber: read(sheets.caliberSheet),
    indicator: read(sheets.indicatorSheet),
    target: read(targetSheet),
    observation: read(sheets.observationSheet),
  };
  const parts = {
    citations: rowsOf(citationSheet),
    readings: rowsOf(readingSheet),
    decompositions: rowsOf(decompositionSheet),
  };
  const targets = readTargets(tables.target, parts);
  faults.push(...targets.faults);
  const lightRules = readJson(lightFile, files.get(lightFile), LightRules, faults) ?? [];
  const sources: Sources = {
    ...parts,
    city: city === undefined ? undefined : { file: cityFile, line: 1, value: city },
    documents: rowsOf(sheets.documentSheet, tables.document),
    departments: rowsOf(sheets.departmentSheet, tables.department).map(inCity),
    areas: rowsOf(sheets.areaSheet, tables.area).map(inCity),
    memberships: rowsOf(sheets.membershipSheet),
    calibers: rowsOf(sheets.caliberSheet, tables.caliber),
    indicators: rowsOf(sheets.indicatorSheet, tables.indicator),
    targets: targets.rows,
    bridges: rowsOf(sheets.bridgeSheet),
    observations: rowsOf(sheets.observationSheet, tables.observation),
    conflicts: rowsOf(sheets.conflictSheet),
    tasks: rowsOf(sheets.taskSheet),
    lightRules: lightRules.map((value) => ({ file: lightFile, line: 1, value })),
    facts: rowsOf(factSheet),
  };
  const none = new Set<string>();
  const codes = (table: Table, column = "code") => (files.has(table.file) ? statedIn(table, column) : none);
  const stated: Stated = {
    // A file that must be there and is not has its own fault; an optional one that is not there states nothing.
    document: statedIn(tables.document, "code"),
    department: codes(tables.department),
    area: statedIn(tables.area, "code"),
    caliber: statedIn(tables.caliber, "code"),
    indicator: statedIn(tables.indicator, "code"),
    target: codes(tables.target, "id"),
    observation: codes(tables.observation, "id"),
  };
  return { sources, stated, faults };
}
