import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkCircles } from "./circles.ts";
import { checkConsistency } from "./consistency.ts";
import { factSheet } from "./facts.ts";
import type { Fault, Folder } from "./folder.ts";
import { cityFile, lightFile, readSources } from "./open.ts";
import { checkReferences } from "./references.ts";
import { checkRepeats } from "./repeats.ts";
import type { Placed } from "./rows.ts";
import * as sheets from "./sheets.ts";
import type { Known, Sources } from "./sources.ts";
import { citationSheet, decompositionSheet, readingSheet } from "./target-sheets.ts";
import { targetSheet } from "./targets.ts";

const obligatory: readonly string[] = [
  cityFile,
  sheets.documentSheet.file,
  sheets.areaSheet.file,
  sheets.indicatorSheet.file,
  sheets.caliberSheet.file,
];
const optional: readonly string[] = [
  lightFile,
  factSheet.file,
  targetSheet.file,
  citationSheet.file,
  readingSheet.file,
  decompositionSheet.file,
  sheets.departmentSheet.file,
  sheets.membershipSheet.file,
  sheets.bridgeSheet.file,
  sheets.observationSheet.file,
  sheets.conflictSheet.file,
  sheets.taskSheet.file,
];

/** The files of a folder, read into memory; a folder that cannot be listed has none. */
async function readFiles(path: string): Promise<{ files: Map<string, Uint8Array>; faults: Fault[] }> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  const fault = (file: string, code: string): Fault => ({ file, line: 1, field: null, code, value: null });
  const entries = await readdir(path, { withFileTypes: true });
  for (const { name } of entries) {
    if (obligatory.includes(name) || optional.includes(name)) files.set(name, await readFile(join(path, name)));
    else faults.push(fault(name, "unknown-file"));
  }
  for (const name of obligatory) if (!files.has(name)) faults.push(fault(name, "missing-file"));
  return { files, faults };
}

const valuesOf = <T>(rows: readonly Placed<T>[]): T[] => rows.map(({ value }) => value);

function folderOf(sources: Sources): Folder {
  return {
    city: sources.city?.value ?? "",
    documents: valuesOf(sources.documents),
    departments: valuesOf(sources.departments),
    areas: valuesOf(sources.areas),
    memberships: valuesOf(sources.memberships),
    calibers: valuesOf(sources.calibers),
    indicators: valuesOf(sources.indicators),
    targets: valuesOf(sources.targets),
    bridges: valuesOf(sources.bridges),
    observations: valuesOf(sources.observations),
    conflicts: valuesOf(sources.conflicts),
    tasks: valuesOf(sources.tasks),
    lightRules: valuesOf(sources.lightRules),
  };
}

/**
 * Reads a data folder. All faults of its files, its rows and what they say about each other come back at once;
 * `known` are codes that the store already has.
 */
export async function readFolder(path: string, known: Known = {}): Promise<{ folder: Folder } | { faults: Fault[] }> {
  const { files, faults } = await readFiles(path);
  const { sources, stated, faults: refused } = readSources(files);
  faults.push(...refused, ...checkRepeats(sources), ...checkReferences(sources, stated, known));
  faults.push(...checkCircles(sources), ...checkConsistency(sources));
  return faults.length === 0 ? { folder: folderOf(sources) } : { faults };
}
