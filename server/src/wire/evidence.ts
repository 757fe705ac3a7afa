import { z } from "@hono/zod-openapi";
import { type Evidence, evidenceKinds, evidenceTypes } from "@yuanbiao/core/evidence";
import type { Report } from "@yuanbiao/core/report";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listPrints, type StoredPrint } from "@yuanbiao/db/queries/evidence";
import { listReportLines } from "@yuanbiao/db/queries/report";
import type { Context } from "../context.ts";
import { Ref } from "../shape.ts";
import { printDigest } from "./print-digest.ts";
import { areaRef, indicatorRef, type Speech } from "./speech.ts";

export const EvidenceView = z
  .object({
    id: z.string(),
    area: Ref,
    report: z.string().nullable(),
    indicator: Ref.nullable(),
    target: z.string().nullable(),
    kind: z.enum(evidenceKinds),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    fileName: z.string(),
    size: z.int(),
    type: z.enum(evidenceTypes),
    hash: z.string(),
    printCode: z.string().nullable(),
    matches: z.enum(["current", "older", "other-report", "unknown"]).nullable().openapi({
      description: "for a scan: whether the paper shows the report as it now stands",
    }),
    note: z.string().nullable(),
    version: z.int(),
    recordedAt: z.string(),
    isOwn: z.boolean().openapi({ description: "whether the asker added it: nobody else withdraws it" }),
  })
  .openapi("Evidence");

type View = z.infer<typeof EvidenceView>;

/** What a scan is compared with: the sheets that were printed, and the report as it would be printed now. */
interface Paper {
  readonly prints: ReadonlyMap<string, StoredPrint>;
  readonly digest: string;
}

interface Listed {
  readonly report: Report;
  readonly files: readonly Versioned<Evidence>[];
  /** The account that asks. */
  readonly reader: string;
  /** Up to when the reader sees what the park did. */
  readonly seenUntil: string | null;
  readonly isSeen: (file: Versioned<Evidence>) => boolean;
}

/** The catalogue of a report's evidence, of all its files, in the order in which it came; a scan says which version it shows. */
export async function evidenceViews(
  context: Context,
  speech: Speech,
  { report, files, reader, seenUntil, isSeen }: Listed,
): Promise<View[]> {
  const isScanned = files.some(({ printCode }) => printCode !== null);
  const paper = isScanned ? await paperOf(context, report, seenUntil) : null;
  return files
    .filter((file) => !file.withdrawn && isSeen(file))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .map((file) => evidenceView(speech, file, { paper, reader }));
}

async function paperOf(context: Context, report: Report, seenUntil: string | null): Promise<Paper> {
  const [prints, lines] = await Promise.all([
    listPrints(context.store, report.id),
    listReportLines(context.store, { asOf: seenUntil }, { reports: [report.id] }),
  ]);
  return { prints: new Map(prints.map((print) => [print.code, print])), digest: printDigest(report, lines) };
}

function matchOf({ printCode }: Evidence, paper: Paper | null): View["matches"] {
  if (printCode === null || paper === null) return null;
  const print = paper.prints.get(printCode);
  if (print === undefined) return "unknown";
  return print.digest === paper.digest ? "current" : "older";
}

export function evidenceView(
  speech: Speech,
  file: Versioned<Evidence>,
  { paper, reader }: { paper: Paper | null; reader: string },
): View {
  return {
    id: file.id,
    area: areaRef(speech, file.area),
    report: file.report,
    indicator: file.indicator === null ? null : indicatorRef(speech, file.indicator),
    target: file.target,
    kind: file.kind,
    issuer: file.issuer,
    issuedOn: file.issuedOn,
    fileName: file.fileName,
    size: file.size,
    type: file.type,
    hash: file.hash,
    printCode: file.printCode,
    matches: matchOf(file, paper),
    note: file.note,
    version: file.version,
    recordedAt: file.recordedAt,
    isOwn: file.recordedBy === reader,
  };
}
