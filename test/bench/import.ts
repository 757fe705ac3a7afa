import type { Report } from "@yuanbiao/core/report";
import { reportId } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { commit, type Statement } from "@yuanbiao/db/commit";
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
import { pino } from "pino";
import { fill } from "./fill.ts";
import { type Ground, openPlace } from "./ground.ts";
import { insertBare, storedLines } from "./import-bare.ts";
import { median } from "./processes.ts";
import * as synthetic from "./synthetic.ts";

const size = { parks: 2500, indicators: 40, years: 0 };
const figures = size.parks * size.indicators;
const rounds = { sqlite: 7, postgres: 3 } as const;
const parks = Array.from({ length: size.parks }, (_, index) => synthetic.parkCode(index));
const indicators = synthetic.indicators(size).map((indicator) => indicator.code);
const firstRound = "2026Q1";
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

function roundOf(code: string): Round {
  return {
    ...{ code, name: "合成任务", nameEn: null, city: synthetic.city, period: `${code.slice(0, 4)}-${code.slice(4)}` },
    lines: indicators.map((indicator) => ({ indicator, caliber: synthetic.caliber.code })),
    ...{ areas: parks, opensOn: "2026-04-01", dueOn: "2026-04-20", instructions: null, instructionsEn: null },
    ...{ formNumber: null, formIssuer: null, formApproval: null, formValidUntil: null },
    ...{ stage: "progress", class: "public", state: "open" },
  };
}

function reportOf({ code, dueOn }: Round, area: string): Report {
  return {
    ...{ id: reportId(code, area), round: code, area, state: "draft", cycle: 1, dueOn },
    ...{ submittedBy: null, submittedAt: null, lateDays: null, approvedBy: null, approvedAt: null },
    ...{ acceptedBy: null, acceptedAt: null, supplement: false, request: null, correcting: null },
  };
}

/** An open round of all parks, which are there, that nobody has filled. */
export async function openRound(store: Store, code: string): Promise<void> {
  const round = roundOf(code);
  const statements: Statement[] = [
    ...planVersions("round", { current: [], incoming: [round] }, because).statements,
    ...planVersions("report", { current: [], incoming: parks.map((area) => reportOf(round, area)) }, because)
      .statements,
  ];
  const entry = (area: string) => ({ area, action: "fill", subject: null, detail: {} });
  await commit(store, { actor: "bench", statements, audit: [entry(synthetic.city), ...parks.map(entry)] });
}

const lines: readonly ReadOfficeLine[] = parks.flatMap((area, park) =>
  indicators.map((indicator, at): ReadOfficeLine => {
    const place = { area, indicator, cell: `F${park * indicators.length + at + 4}`, explanation: null };
    return { ...place, state: "value", value: `${1000 + park}.${10 + at}` };
  }),
);

function contextOf(store: Store) {
  return makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }) });
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
export async function importInto(store: Store, code: string): Promise<Measured> {
  const context = contextOf(store);
  await context.registries.at(null);
  const round = await findRound(store, { asOf: null }, code);
  if (round === undefined) throw new Error("the round is not there");
  const reading = { kind: "read", sheet: "汇总填报", version: "", lines } as const;
  return measure(() => storeReading(context, asker, { round, areas: parks, reading, ...quietly }));
}

async function ours(place: string): Promise<Measured> {
  const store = await openPlace(place);
  const measured = await importInto(store, firstRound);
  await store.close();
  return measured;
}

/** The whole upload: unpacking and reading the workbook in its thread, checking, storing. */
async function fromFile(place: string): Promise<Measured & { readonly bytes: number }> {
  const store = await openPlace(place);
  const context = contextOf(store);
  const registry = await context.registries.at(null);
  const takenAt = (await store.readHead()).recordedAt ?? "";
  const form = { ...officeForm({ registry, language: "zh-CN" }, roundOf(firstRound), { areas: parks }), takenAt };
  const bytes = await writeOfficeWorkbook(form, lines, "zh-CN");
  const measured = await measure(() => importRound(context, asker, { code: firstRound, bytes, ...quietly }));
  await store.close();
  return { ...measured, bytes: bytes.length };
}

async function prepare(place: string): Promise<void> {
  const store = await openPlace(place);
  await fill(store, size);
  await openRound(store, firstRound);
  await store.close();
}

/** Figures per second of an office's upload of 100 000, ours ÷ the bare loop; and the whole upload from its file. */
export async function importing(ground: Ground): Promise<{ ratio: number; said: string }> {
  const blank = await ground.make();
  await prepare(blank);
  const inCopy = async <T>(work: (place: string) => Promise<T>): Promise<T> => {
    const place = await ground.copy(blank);
    const result = await work(place);
    await ground.remove(place);
    return result;
  };
  const { file, rows } = await inCopy(async (place) => ({
    file: await fromFile(place),
    rows: await storedLines(place),
  }));
  const pairs: { ratio: number; own: Measured }[] = [];
  for (let turn = 0; turn < rounds[ground.engine]; turn += 1) {
    const limit = await inCopy((place) => insertBare(place, rows));
    const own = await inCopy(ours);
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
