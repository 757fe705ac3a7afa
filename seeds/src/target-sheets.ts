import { Code } from "@yuanbiao/core/code";
import { Citation } from "@yuanbiao/core/document";
import { DecompositionPart, Reading } from "@yuanbiao/core/target";
import { z } from "zod";
import type { CellKind, Sheet } from "./rows.ts";

const ofTarget = { target: Code };
const CitationRow = z.object({ ...ofTarget, ...Citation.shape });
export type CitationRow = z.infer<typeof CitationRow>;
export const citationSheet: Sheet<CitationRow> = {
  file: "citations.csv",
  schema: CitationRow,
  columns: { target: "text", document: "text", clause: "optional" },
};

const ReadingRow = z.object({
  ...ofTarget,
  ...Reading.omit({ via: true }).shape,
  viaIndicator: Code.nullable(),
  viaArea: Code.nullable(),
  viaCaliber: Code.nullable(),
});
export type ReadingRow = z.infer<typeof ReadingRow>;
export const readingSheet: Sheet<ReadingRow> = {
  file: "readings.csv",
  schema: ReadingRow,
  columns: {
    target: "text",
    area: "optional",
    caliber: "optional",
    viaIndicator: "optional",
    viaArea: "optional",
    viaCaliber: "optional",
    bound: "text",
    note: "optional",
    noteEn: "optional",
  },
};

const DecompositionRow = z.object({ ...ofTarget, ...DecompositionPart.shape });
export type DecompositionRow = z.infer<typeof DecompositionRow>;
export const decompositionSheet: Sheet<DecompositionRow> = {
  file: "decompositions.csv",
  schema: DecompositionRow,
  columns: { target: "text", period: "text", area: "optional", value: "text", document: "text", clause: "optional" },
};

export const targetColumns: Readonly<Record<string, CellKind>> = {
  id: "text",
  name: "text",
  nameEn: "optional",
  kind: "text",
  area: "text",
  areaBasis: "text",
  indicator: "text",
  caliber: "text",
  due: "optional",
  comparator: "text",
  value: "optional",
  valueMax: "optional",
  tolerance: "optional",
  memberComparator: "optional",
  members: "list",
  start: "optional",
  nature: "text",
  aspirational: "flag",
  pathKind: "optional",
  pathShape: "optional",
  pathPoints: "list",
  bandMin: "optional",
  bandMinInclusive: "optional",
  bandMax: "optional",
  bandUnit: "optional",
  series: "optional",
  nestedIn: "optional",
  conflicts: "list",
  owes: "optional",
  owesBasis: "optional",
  decision: "optional",
  note: "optional",
  noteEn: "optional",
};
