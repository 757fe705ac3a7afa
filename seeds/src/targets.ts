import { Target } from "@yuanbiao/core/target";
import type { Row, Table } from "./csv.ts";
import type { Fault } from "./folder.ts";
import type { Placed, Raw } from "./rows.ts";
import { checkRow, missingColumns, rawOf } from "./rows.ts";
import type { CitationRow, DecompositionRow, ReadingRow } from "./target-sheets.ts";
import { targetColumns } from "./target-sheets.ts";

/** What citations.csv, readings.csv and decompositions.csv say about targets. */
export interface TargetParts {
  readonly citations: readonly Placed<CitationRow>[];
  readonly readings: readonly Placed<ReadingRow>[];
  readonly decompositions: readonly Placed<DecompositionRow>[];
}

export const targetSheet = { file: "targets.csv", columns: targetColumns, schema: Target };

function pathOf(raw: Raw): unknown {
  const { pathKind, pathShape, pathPoints } = raw;
  if (pathKind === null && pathShape === null && Array.isArray(pathPoints) && pathPoints.length === 0) return null;
  const points = Array.isArray(pathPoints) ? pathPoints.map(pointOf) : [];
  return { kind: pathKind, shape: pathShape, points };
}

/** "2020=20" is the value 20 at the end of 2020. */
function pointOf(point: unknown): unknown {
  const [period, value, ...rest] = String(point).split("=");
  return rest.length > 0 ? { period: String(point), value: null } : { period, value: value ?? null };
}

function bandOf({ bandMin, bandMinInclusive, bandMax, bandUnit }: Raw): unknown {
  if (bandMin === null && bandMax === null && bandUnit === null) return null;
  return { min: bandMin, minInclusive: bandMinInclusive !== "false", max: bandMax, unit: bandUnit };
}

function readingOf({ viaIndicator, viaArea, viaCaliber, ...reading }: ReadingRow): unknown {
  const isWhole = viaIndicator !== null || viaArea !== null || viaCaliber !== null;
  return { ...reading, via: isWhole ? { indicator: viaIndicator, area: viaArea, caliber: viaCaliber } : null };
}

function ofTarget<T extends { readonly target: string }>(parts: readonly Placed<T>[], id: unknown): T[] {
  return parts.filter(({ value }) => value.target === id).map(({ value }) => value);
}

const columnOf: Readonly<Record<string, string>> = {
  "path.kind": "pathKind",
  "path.shape": "pathShape",
  "band.min": "bandMin",
  "band.max": "bandMax",
  "band.unit": "bandUnit",
};

/** The column that a target's field was read from. */
function columnAt(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String);
  if (first === "path" && second === "points") return "pathPoints";
  return columnOf[`${first}.${second}`] ?? path.map(String).join(".");
}

function rawTarget(row: Row, parts: TargetParts): unknown {
  const raw = rawOf(targetColumns, row);
  const id = raw["id"];
  return {
    ...raw,
    path: pathOf(raw),
    band: bandOf(raw),
    readings: ofTarget(parts.readings, id).map(readingOf),
    decomposition: ofTarget(parts.decompositions, id),
    citations: ofTarget(parts.citations, id),
  };
}

/** Puts targets together from their own rows and those of their citations, readings and decompositions. */
export function readTargets(table: Table, parts: TargetParts): { rows: Placed<Target>[]; faults: Fault[] } {
  const missing = missingColumns(targetSheet, table);
  if (missing.length > 0) return { rows: [], faults: missing };
  const rows: Placed<Target>[] = [];
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const at = { file: table.file, line: row.line, raw: rawTarget(row, parts) };
    const checked = checkRow(Target, at, columnAt);
    if ("value" in checked) rows.push({ file: at.file, line: at.line, value: checked.value });
    else faults.push(...checked.faults);
  }
  return { rows, faults };
}
