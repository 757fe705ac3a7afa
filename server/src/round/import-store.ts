import { randomUUID } from "node:crypto";
import { type Report, type ReportLine, reportId } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { makeBreather } from "@yuanbiao/db/breather";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listReportLines, listReports } from "@yuanbiao/db/queries/report";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { type ChangeEntry, change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import type { ReadOfficeLine, ReadSheet } from "../workbook/shape.ts";
import { type AreaRows, type Ground, importFaults, isChange } from "./import-faults.ts";

const now = { asOf: null };

/** How far an import is: it reads, checks, then stores. */
export interface ImportProgress {
  readonly step: "reading" | "checking" | "storing";
  readonly rows: number;
  readonly share: number;
}

export interface Imported {
  readonly rows: number;
  readonly stored: number;
  readonly areas: number;
}

export interface Told {
  readonly language: Language;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Ends the work before anything is stored. */
  readonly signal: AbortSignal;
}

interface What {
  readonly round: Versioned<Round>;
  /** Those that the asker files for. */
  readonly areas: readonly string[];
  readonly reading: ReadSheet<ReadOfficeLine>;
}

/** Stores the figures that were read in one transaction with their trail, or nothing with every finding at its cell. */
export async function storeReading(context: Context, asker: Asker, what: What & Told): Promise<Imported> {
  const { reading, language, onProgress, signal } = what;
  const rows = reading.lines.length;
  onProgress({ step: "checking", rows, share: 0 });
  const ground = await loadGround(context, what);
  const faults = await importFaults(context, asker, { ground, language });
  if (faults.length > 0) throw new Refusal(422, "upload-refused", faults);
  signal.throwIfAborted();
  onProgress({ step: "storing", rows, share: 0 });
  const { change: all, stored } = await planImport(asker, ground);
  const [first, ...others] = all.entries;
  if (first === undefined) return { rows, stored: 0, areas: 0 };
  await change(context, asker, { statements: all.statements, entries: [first, ...others] });
  return { rows, stored, areas: all.entries.length };
}

/** Reports that are read at once: with their lines some thousand rows. */
const reportsAtOnce = 100;

async function loadGround({ store }: Context, { round, areas, reading }: What): Promise<Ground> {
  const breathe = makeBreather();
  const reports = await listReports(store, now, { rounds: [round.code], areas: named(areas) });
  const standing = new Map<string, Map<string, Versioned<ReportLine>>>();
  for (let first = 0; first < reports.length; first += reportsAtOnce) {
    const ids = reports.slice(first, first + reportsAtOnce).map(({ id }) => id);
    for (const line of await listReportLines(store, now, { reports: ids })) {
      const own = standing.get(line.area) ?? new Map();
      standing.set(line.area, own.set(line.indicator, line));
    }
    await breathe();
  }
  const byArea = new Map(reports.map((report) => [report.area, report]));
  const none = new Map();
  const groups = [...Map.groupBy(reading.lines, ({ area }) => area)].map(([area, rows]) => ({
    ...{ area, rows, report: byArea.get(area), standing: standing.get(area) ?? none },
  }));
  return { round, areas: groups, sheet: reading.sheet, takenAt: reading.version };
}

/** Above this many codes all of the round's reports are read, which is cheaper then. */
const named = (codes: readonly string[]): readonly string[] | undefined => (codes.length > 2000 ? undefined : codes);

interface Planned {
  readonly change: { readonly statements: readonly Statement[]; readonly entries: readonly ChangeEntry[] };
  readonly stored: number;
}

/** What is stored of each area: versions of its lines that differ, and an entry of its trail with before and after. */
async function planImport(asker: Asker, ground: Ground): Promise<Planned> {
  const breathe = makeBreather();
  // A report that was handed in meanwhile, or a round that was closed, takes no more figures.
  const holds: Statement[] = [{ hold: "round", record: ground.round }];
  const closes: Statement[] = [];
  const rows: object[] = [];
  const events: object[] = [];
  const entries: ChangeEntry[] = [];
  for (const own of ground.areas) {
    const incoming = changedLines(ground.round, own);
    const current = incoming.flatMap(({ indicator }) => own.standing.get(indicator) ?? []);
    const { statements } = planVersions("reportLine", { current, incoming }, { reason: "other", note: "upload" });
    for (const statement of statements) {
      if ("insert" in statement) rows.push(...statement.rows);
      else closes.push(statement);
    }
    if (incoming.length > 0 && own.report !== undefined) {
      holds.push({ hold: "report", record: own.report });
      entries.push(entryOf(own.report, { current, incoming }));
      events.push(eventOf(asker, own.report, incoming));
    }
    await breathe();
  }
  const inserts: Statement[] = [
    { insert: "reportLine", rows },
    { insert: "reportEvent", rows: events },
  ];
  const statements: Statement[] = [...holds, ...closes, ...inserts];
  return { change: { statements, entries }, stored: rows.length };
}

function changedLines({ code, lines }: Round, { area, rows, standing }: AreaRows): ReportLine[] {
  const calibers = new Map(lines.map(({ indicator, caliber }) => [indicator, caliber]));
  const report = reportId(code, area);
  const changed: ReportLine[] = [];
  for (const row of rows) {
    const { indicator, state, value, explanation } = row;
    const before = standing.get(indicator);
    const caliber = calibers.get(indicator);
    if (caliber === undefined || !isChange(row, before)) continue;
    const { enterprises = null, review = "open", returnReason = null } = before ?? {};
    changed.push({ report, area, indicator, caliber, state, value, explanation, enterprises, review, returnReason });
  }
  return changed;
}

/** A report's thread says that figures of it came in a workbook. */
function eventOf({ actor }: Asker, { id, area, cycle }: Report, lines: readonly ReportLine[]): object {
  const indicators = lines.map(({ indicator }) => indicator);
  const who = { account: actor.account, name: actor.name, comment: null, indicators };
  return { id: randomUUID(), area, report: id, action: "upload", cycle, ...who };
}

function entryOf(
  { id, area }: Report,
  { current, incoming }: { current: readonly ReportLine[]; incoming: readonly ReportLine[] },
): ChangeEntry {
  const contentOf = ({ indicator, state, value }: ReportLine) => [indicator, state, value];
  const said = { before: current.map(contentOf), after: incoming.map(contentOf) };
  return { area, action: "report-upload", subject: id, ...said };
}
