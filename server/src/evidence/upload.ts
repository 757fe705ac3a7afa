import { randomUUID } from "node:crypto";
import { may } from "@yuanbiao/core/access";
import {
  type Evidence,
  type EvidenceType,
  evidenceTypes,
  mostEvidenceBytes,
  mostEvidencePerReport,
  mostEvidencePerTarget,
  readPrintCode,
} from "@yuanbiao/core/evidence";
import type { Report } from "@yuanbiao/core/report";
import type { Target } from "@yuanbiao/core/target";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findPrint, listEvidence } from "@yuanbiao/db/queries/evidence";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import { fileTypeFromBuffer } from "file-type";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { lineOf, openReport, subjectOf } from "../reporting.ts";
import { FileFault } from "../workbook/file-fault.ts";
import { packedFile, readDirectory } from "../workbook/zip-directory.ts";
import type { EvidenceForm } from "./shape.ts";
import { mayOverTarget } from "./target-reach.ts";

type Form = z.infer<typeof EvidenceForm>;
const mostParts = 10_000;
const now = { asOf: null };
const because = { reason: "other", note: null } as const;

/** Puts a file beside a figure of a report (or the whole report); gives its id. */
export async function uploadEvidence(
  context: Context,
  asker: Asker,
  { report: id, form }: { report: string; form: Form },
): Promise<string> {
  const opened = await openForFile(context, asker, id, form);
  const printCode = await printCodeOf(context, form, id);
  const file = await storeFile(context, form.file);
  return unlessMoved(async (attempt) => {
    // What was seen before the file was stored is held when it is listed: only who came too late looks again.
    const { report, indicator } = attempt === 1 ? opened : await openForFile(context, asker, id, form);
    const evidence: Evidence = {
      ...{
        id: randomUUID(),
        area: report.area,
        report: id,
        indicator,
        target: null,
        objection: null,
        printCode,
        withdrawn: false,
      },
      ...describedBy(form),
      ...file,
    };
    return storeEvidence(context, asker, evidence, [
      { hold: "report", record: report },
      { bound: "evidence", where: { report: id }, most: mostEvidencePerReport },
      ...(printCode === null ? [] : [sealStatement(asker, report)]),
    ]);
  });
}

/** The report's thread says that the signed and sealed sheet came back. */
function sealStatement({ actor }: Asker, { id, area, cycle }: Report): Statement {
  const who = { account: actor.account, name: actor.name, comment: null, indicators: [] };
  return { insert: "reportEvent", rows: [{ id: randomUUID(), area, report: id, action: "seal", cycle, ...who }] };
}

/** The report as whoever adds a file may see it, with the line that the file is for, where there is room for one more. */
async function openForFile(context: Context, asker: Asker, id: string, form: Form) {
  const [opened, held] = await Promise.all([
    openReport(context, asker, id, "evidence.add"),
    listEvidence(context.store, now, { reports: [id] }),
  ]);
  const { report, registry } = opened;
  const indicator = form.indicator ?? null;
  if (indicator !== null) {
    if (lineOf(opened, indicator) === undefined) throw fault("indicator", "no-such-line");
    const subject = subjectOf(report.area, indicator, registry);
    if (!may(asker.actor, "evidence.add", subject)) throw new Refusal(403, "forbidden");
  }
  if (held.length >= mostEvidencePerReport) throw new Refusal(409, "too-many-files");
  return { report, indicator };
}

/** Puts a file beside a target, for a judgement of it. */
export async function uploadTargetEvidence(
  context: Context,
  asker: Asker,
  { target: id, form }: { target: string; form: Form },
): Promise<string> {
  await openTarget(context, asker, id);
  const file = await storeFile(context, form.file);
  return unlessMoved(async () => {
    const { area } = await openTarget(context, asker, id);
    const evidence: Evidence = {
      ...{
        id: randomUUID(),
        area,
        report: null,
        indicator: null,
        target: id,
        objection: null,
        printCode: null,
        withdrawn: false,
      },
      ...describedBy(form),
      ...file,
    };
    const most = mostEvidencePerTarget;
    return storeEvidence(context, asker, evidence, [{ bound: "evidence", where: { target: id }, most }]);
  });
}

/** The target, for who may add to it (the office, its department, its park), where there is room. */
async function openTarget(context: Context, { actor }: Asker, id: string): Promise<Target> {
  const [target] = await listTargets(context.store, now, { ids: [id] });
  if (target === undefined) throw new Refusal(404, "unknown-target");
  const registry = await context.registries.at(null);
  if (!mayOverTarget(actor, "target.evidence", { target, registry })) throw new Refusal(403, "forbidden");
  const held = await listEvidence(context.store, now, { targets: [id] });
  if (held.length >= mostEvidencePerTarget) throw new Refusal(409, "too-many-files-of-target");
  return target;
}

const mostAttempts = 5;

/** Somebody else's step or file in between is no reason to refuse a file: it is looked at again, and again stored. */
export async function unlessMoved(store: (attempt: number) => Promise<string>): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store(attempt);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "stale-version") || attempt === mostAttempts) throw error;
    }
  }
}

export async function storeEvidence(
  context: Context,
  asker: Asker,
  evidence: Evidence,
  conditions: readonly Statement[],
): Promise<string> {
  const { statements } = planVersions("evidence", { current: [], incoming: [evidence] }, because);
  const { id, area, report, target, objection, fileName, hash } = evidence;
  const entry = { area, action: "evidence-add", subject: report ?? target ?? objection, after: { id, fileName, hash } };
  await change(context, asker, { statements: [...statements, ...conditions], entries: [entry] });
  return id;
}

/** Takes a file off the list of its report; its bytes and its versions stay. */
export async function withdrawEvidence(
  context: Context,
  asker: Asker,
  { id, ifMatch }: { id: string; ifMatch: number },
): Promise<Versioned<Evidence>> {
  const [evidence] = await listEvidence(context.store, now, { ids: [id] });
  if (evidence === undefined || evidence.withdrawn || evidence.report === null) throw new Refusal(404, "unknown-file");
  const { report } = await openReport(context, asker, evidence.report, "evidence.add");
  if (evidence.version !== ifMatch) throw new Refusal(412, "stale-version");
  if (evidence.recordedBy !== asker.actor.account) throw new Refusal(403, "forbidden");
  if (report.state === "accepted" || report.state === "locked") throw new Refusal(409, "report-not-open");
  const { statements } = planVersions(
    "evidence",
    { current: [evidence], incoming: [{ ...evidence, withdrawn: true }] },
    because,
  );
  const entry = { area: evidence.area, action: "evidence-withdraw", subject: report.id, before: { id } };
  await change(context, asker, { statements: [{ hold: "report", record: report }, ...statements], entries: [entry] });
  return evidence;
}

export function describedBy({ kind, issuer, issuedOn, note, file }: Form) {
  const fileName = plainName(file.name);
  return { kind, issuer: issuer ?? null, issuedOn: issuedOn ?? null, note: note ?? null, fileName };
}

const longestName = 200;

/** A name to show and to download by: no path, nothing invisible that turns letters around, the last of a long one. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const letters = [
    ...last
      .slice(-2 * longestName)
      .replace(/\p{C}/gu, "")
      .trim(),
  ];
  while (letters.join("").length > longestName) letters.shift();
  return letters.join("") || "file";
}

/** Only what the bytes are counts, not what the name says; empty, too large and other files are refused. */
export async function storeFile(
  { files }: Context,
  file: File,
): Promise<{ hash: string; size: number; type: EvidenceType }> {
  if (file.size === 0) throw fault("file", "empty-file");
  if (file.size > mostEvidenceBytes) throw new Refusal(413, "too-large", [{ field: "file", code: "too-large" }]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await typeOf(bytes);
  if (type === undefined)
    throw new Refusal(415, "file-type-not-taken", [{ field: "file", code: "file-type-not-taken" }]);
  return { hash: await files.save(bytes), size: bytes.length, type };
}

/** What the bytes are, where that is taken; a file that cannot be followed to its end is none of them. */
async function typeOf(bytes: Uint8Array): Promise<EvidenceType | undefined> {
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = evidenceTypes.find((name) => name === sniffed?.mime);
  return type?.includes("officedocument") === true && !isPlainOffice(bytes) ? undefined : type;
}

/** An Office file whose archive is sound and holds no macros, whatever its content types say. */
function isPlainOffice(bytes: Uint8Array): boolean {
  try {
    return !readDirectory(packedFile(bytes), mostParts).some(({ name }) => /vbaproject|macrosheets/i.test(name));
  } catch (error) {
    if (error instanceof FileFault) return false;
    throw error;
  }
}

/** A scan names the sheet that it is of; a code that was printed for another report is refused. */
async function printCodeOf({ store }: Context, { kind, printCode }: Form, report: string): Promise<string | null> {
  if (kind !== "seal") return null;
  const code = readPrintCode(printCode ?? "");
  if (code === undefined) throw fault("printCode", "print-code-needed");
  const print = await findPrint(store, code);
  if (print === undefined) throw fault("printCode", "unknown-print-code");
  if (print.report !== report) throw fault("printCode", "print-of-another-report");
  return code;
}

function fault(field: string, code: string): Refusal {
  return new Refusal(422, code, [{ field, code }]);
}
