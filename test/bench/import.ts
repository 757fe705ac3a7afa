import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "@yuanbiao/core/report";
import { reportId } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { commit, type Statement } from "@yuanbiao/db/commit";
import { openStore } from "@yuanbiao/db/open";
import { findRound } from "@yuanbiao/db/queries/round";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import type { Asker } from "@yuanbiao/server/asker";
import { makeContext } from "@yuanbiao/server/assemble";
import { importRound } from "@yuanbiao/server/round/import";
import { type Imported, storeReading } from "@yuanbiao/server/round/import-store";
import { officeForm } from "@yuanbiao/server/round/office-form";
import type { ReadOfficeLine } from "@yuanbiao/server/workbook/shape";
import { writeOfficeWorkbook } from "@yuanbiao/server/workbook/write-office";
import Database from "better-sqlite3";
import { pino } from "pino";
import { fill } from "./fill.ts";
import { median } from "./processes.ts";
import * as synthetic from "./synthetic.ts";

const size = { parks: 2500, indicators: 40, years: 0 };
const figures = size.parks * size.indicators;
const rounds = 7;
const code = "2026Q1";
const parks = Array.from({ length: size.parks }, (_, index) => synthetic.parkCode(index));
const indicators = synthetic.indicators(size).map((indicator) => indicator.code);
const because = { reason: "other", note: null } as const;
const asker: Asker = {
  actor: {
    account: "bench",
    name: "合成",
    grants: [{ role: "clerk", areas: parks, department: null }],
    keyScope: null,
    keyId: null,
  },
  ...{ address: null, repeat: null },
};

const round: Round = {
  ...{ code, name: "合成任务", nameEn: null, city: synthetic.city, period: "2026-Q1" },
  lines: indicators.map((indicator) => ({ indicator, caliber: synthetic.caliber.code })),
  ...{ areas: parks, opensOn: "2026-04-01", dueOn: "2026-04-20", instructions: null, instructionsEn: null },
  ...{ formNumber: null, formIssuer: null, formApproval: null, formValidUntil: null },
  ...{ stage: "progress", class: "public", state: "open" },
};

function reportOf(area: string): Report {
  return {
    ...{ id: reportId(code, area), round: code, area, state: "draft", cycle: 1, dueOn: round.dueOn },
    ...{ submittedBy: null, submittedAt: null, lateDays: null, approvedBy: null, approvedAt: null },
    ...{ acceptedBy: null, acceptedAt: null, supplement: false, request: null, correcting: null },
  };
}

/** A folder with the parks, their indicators and an open round that nobody has filled. */
async function prepare(folder: string): Promise<void> {
  const store = await openStore({ dataDir: folder });
  await fill(store, size);
  const statements: Statement[] = [
    ...planVersions("round", { current: [], incoming: [round] }, because).statements,
    ...planVersions("report", { current: [], incoming: parks.map(reportOf) }, because).statements,
  ];
  const entry = (area: string) => ({ area, action: "fill", subject: null, detail: {} });
  await commit(store, { actor: "bench", statements, audit: [entry(synthetic.city), ...parks.map(entry)] });
  await store.close();
}

const lines: readonly ReadOfficeLine[] = parks.flatMap((area, park) =>
  indicators.map((indicator, at): ReadOfficeLine => {
    const place = { area, indicator, cell: `F${park * indicators.length + at + 4}`, explanation: null };
    return { ...place, state: "value", value: `${1000 + park}.${10 + at}` };
  }),
);

function contextOf(store: Store, folder: string) {
  return makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }), dataDir: folder });
}

/** The longest time in which the event loop did nothing else. */
function watchLoop(): () => number {
  let [longest, last] = [0, performance.now()];
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  return () => {
    clearInterval(pulse);
    return Math.round(Math.max(longest, performance.now() - last));
  };
}

interface Measured {
  readonly milliseconds: number;
  readonly longestBlock: number;
}

async function measure(work: () => Promise<Imported>): Promise<Measured> {
  const stop = watchLoop();
  const begin = performance.now();
  const { stored } = await work();
  const milliseconds = performance.now() - begin;
  if (stored !== figures) throw new Error(`${stored} figures were stored`);
  return { milliseconds, longestBlock: stop() };
}

const quietly = { language: "zh-CN", onProgress: () => undefined, signal: new AbortController().signal } as const;

/** Our own path from rows that were read: every check, one transaction, the trail of every area. */
async function ours(folder: string): Promise<Measured> {
  const store = await openStore({ dataDir: folder });
  const context = contextOf(store, folder);
  await context.registries.at(null);
  const found = await findRound(store, { asOf: null }, code);
  if (found === undefined) throw new Error("the round is not there");
  const reading = { kind: "read", sheet: "汇总填报", version: "", lines } as const;
  const measured = await measure(() =>
    storeReading(context, asker, { round: found, areas: parks, reading, ...quietly }),
  );
  await store.close();
  return measured;
}

/** The whole upload: unpacking and reading the workbook in its thread, checking, storing. */
async function fromFile(folder: string): Promise<Measured & { readonly bytes: number }> {
  const store = await openStore({ dataDir: folder });
  const context = contextOf(store, folder);
  const registry = await context.registries.at(null);
  const takenAt = (await store.readHead()).recordedAt ?? "";
  const form = { ...officeForm({ registry, language: "zh-CN" }, round, { areas: parks }), takenAt };
  const bytes = await writeOfficeWorkbook(form, lines, "zh-CN");
  const measured = await measure(() => importRound(context, asker, { code, bytes, ...quietly }));
  await store.close();
  return { ...measured, bytes: bytes.length };
}

type Row = readonly unknown[];

function storedRows(folder: string): Row[] {
  const database = new Database(join(folder, "yuanbiao.db"), { readonly: true });
  const rows = database.prepare<[], Row>("select * from report_line").raw().all();
  database.close();
  return rows;
}

/** A prepared statement in a loop, in one transaction, into the same table with the same settings. */
function bare(folder: string, rows: readonly Row[]): number {
  const database = new Database(join(folder, "yuanbiao.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) database.pragma(pragma);
  const places = (rows[0] ?? []).map(() => "?").join(", ");
  const begin = performance.now();
  const insert = database.prepare(`insert into report_line values (${places})`);
  database.exec("begin immediate");
  for (const row of rows) insert.run(...row);
  database.exec("commit");
  const milliseconds = performance.now() - begin;
  database.close();
  return milliseconds;
}

/** Figures per second of an office's upload of 100 000, ours ÷ the bare loop; and the whole upload from its file. */
export async function importing(folder: string): Promise<{ ratio: number; said: string }> {
  const blank = join(folder, "import");
  await prepare(blank);
  let copies = 0;
  const copy = (): string => {
    copies += 1;
    const place = `${blank}-${copies}`;
    cpSync(blank, place, { recursive: true });
    return place;
  };
  const whole = copy();
  const file = await fromFile(whole);
  const rows = storedRows(whole);
  const pairs: { ratio: number; own: Measured }[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const limit = bare(copy(), rows);
    const own = await ours(copy());
    pairs.push({ ratio: limit / own.milliseconds, own });
  }
  const own = Math.round(median(pairs.map((pair) => pair.own.milliseconds)));
  const block = Math.max(...pairs.map((pair) => pair.own.longestBlock));
  const said = [
    `import: ${figures} figures in ${own} ms, the longest block ${block} ms`,
    `from a file of ${file.bytes} bytes in ${Math.round(file.milliseconds)} ms, the longest block ${file.longestBlock} ms`,
  ];
  return { ratio: median(pairs.map(({ ratio }) => ratio)), said: said.join("; ") };
}
