import { join } from "node:path";
import { ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { Problem } from "@yuanbiao/server/shape";
import Database from "better-sqlite3";
import { expect } from "vitest";
import type { z } from "zod";
import { type Asking, type Served, type SignedIn, serve } from "./served.ts";

const roles = ["clerk", "approver", "office", "verifier", "technology", "stranger", "leader"] as const;
type People = Record<(typeof roles)[number], SignedIn>;
type Office = { readonly people: Pick<People, "office"> };

/** A server with everybody who works on the city's reports, and a clock that is moved by hand. */
export interface Desk {
  readonly served: Served;
  /** Anew after each day that passes: sessions end. */
  people: People;
  passTo(day: string): Promise<void>;
  close(): Promise<void>;
}

async function signInAll(served: Served): Promise<People> {
  return {
    clerk: await served.as("clerk", { areas: ["liuzhou"] }),
    approver: await served.as("approver", { areas: ["liuzhou"] }),
    office: await served.as("coordinator"),
    verifier: await served.as("verifier", { department: "lz-statistics" }),
    technology: await served.as("verifier", { department: "lz-sti" }),
    stranger: await served.as("clerk", { areas: ["liuzhou-hitech"] }),
    leader: await served.as("leader"),
  };
}

export async function openDesk(day = "2026-04-10"): Promise<Desk> {
  let instant = new Date(`${day}T02:00:00.000Z`);
  const served = await serve({ clock: () => instant });
  const desk: Desk = {
    served,
    people: await signInAll(served),
    async passTo(next) {
      instant = new Date(`${next}T02:00:00.000Z`);
      desk.people = await signInAll(served);
    },
    close: () => served.close(),
  };
  return desk;
}

/** The answer of a request that must be done. */
export async function good<T extends z.ZodType>(shape: T, answer: Promise<Response>): Promise<z.infer<T>> {
  const response = await answer;
  const body = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return shape.parse(body);
}

const generic = "请求中的参数不符合要求，未作任何处理。";

/** A refusal: its status and problem. Every one of them says in words of its own what is wrong, at each of its fields. */
export async function refusal(answer: Promise<Response>): Promise<{ status: number; problem: Problem }> {
  const response = await answer;
  const problem = Problem.parse(await response.json());
  for (const said of [problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)]) {
    expect(said).toMatch(/^.{4,}[。.]$/s);
    if (problem.code !== "bad-parameter") expect(said).not.toBe(generic);
  }
  return { status: response.status, problem };
}

/** A refusal in short: status and code. */
export async function refused(answer: Promise<Response>): Promise<[status: number, code: string]> {
  const { status, problem } = await refusal(answer);
  return [status, problem.code];
}

/** A refusal's fields with their codes. */
export async function refusedAt(answer: Promise<Response>): Promise<string[]> {
  const { problem } = await refusal(answer);
  return (problem.errors ?? []).map(({ field, code }) => `${field} ${code}`);
}

export const match = (version: number): Record<string, string> => ({ "if-match": String(version) });

/** A year's round of three lines: a share, an output, and a count of whole firms. */
export const yearly = {
  code: "2025A",
  name: "2025年年报",
  nameEn: "Annual report 2025",
  city: "liuzhou",
  period: "2025",
  lines: [
    { indicator: "sei-share-above-scale", caliber: "den-above-scale" },
    { indicator: "sei-output", caliber: "citywide" },
    { indicator: "valid-hitech-firms", caliber: "valid-year-end" },
  ],
  areas: ["liuzhou", "liuzhou-hitech"],
  opensOn: "2026-04-01",
  dueOn: "2026-04-09",
  instructions: "按年报口径填报",
  stage: "annual",
  class: "public",
};

export async function makeRound({ people }: Office, own: Partial<typeof yearly> = {}): Promise<RoundView> {
  return good(RoundView, people.office.send("POST", "/api/rounds", { ...yearly, ...own }));
}

export async function moveRound({ people }: Office, code: string, state: string): Promise<RoundView> {
  const { version } = RoundView.parse(await people.office.read(`/api/rounds/${code}`));
  return good(RoundView, people.office.send("PUT", `/api/rounds/${code}/state`, { state }, match(version)));
}

export async function openRound(desk: Office, own: Partial<typeof yearly> = {}): Promise<RoundView> {
  const { code } = await makeRound(desk, own);
  return moveRound(desk, code, "open");
}

let made = 0;
/** A round of its own for a case, in one area unless it is said; gives its code and the id of the city's report. */
export async function openFresh(desk: Office, own: Partial<typeof yearly> = {}): Promise<{ code: string; id: string }> {
  made += 1;
  const code = `R${made}`;
  await openRound(desk, { code, areas: ["liuzhou"], ...own });
  return { code, id: `${code}.liuzhou` };
}

export const addressOf = (report: string): string => `/api/reports/${report}`;
export const readReport = async (who: Asking, report: string): Promise<ReportView> =>
  ReportView.parse(await who.read(addressOf(report)));

/** A step on the report as it now stands. */
export async function attempt(who: Asking, report: string, [name, body = {}]: readonly [string, unknown?]) {
  const { version } = await readReport(who, report);
  return who.send("POST", `${addressOf(report)}/${name}`, body, match(version));
}

export const step = (who: Asking, report: string, ...taken: readonly [string, unknown?]): Promise<ReportView> =>
  good(ReportView, attempt(who, report, taken));

/** Writes values into lines as they stand; null leaves a line blank, a word is its state. */
export async function fill(
  who: Asking,
  report: string,
  contents: Readonly<Record<string, string | null | object>>,
): Promise<ReportView> {
  const { lineItems } = await readReport(who, report);
  const versions = new Map(lineItems.map(({ indicator, version }) => [indicator.code, version]));
  const lines = Object.entries(contents).map(([indicator, given]) => {
    const isObject = typeof given === "object" && given !== null;
    const content = isObject ? given : { state: given === null ? "empty" : "value", value: given, explanation: null };
    return { indicator, version: versions.get(indicator) ?? 0, ...content };
  });
  return good(ReportView, who.send("PATCH", `${addressOf(report)}/lines`, { lines }));
}

/** Fills, hands in, approves and accepts a report. */
export async function file(
  desk: { readonly people: Pick<People, "clerk" | "approver" | "office"> },
  report: string,
  contents: Readonly<Record<string, string>>,
): Promise<ReportView> {
  const { clerk, approver, office } = desk.people;
  await fill(clerk, report, contents);
  await step(clerk, report, "submit");
  await step(approver, report, "approve");
  return step(office, report, "accept");
}

/** Sends a file as a browser's form does. */
export function sendFile(
  who: Pick<Asking, "ask">,
  address: string,
  bytes: Uint8Array,
  { name = "文件.xlsx", fields = {}, headers = {} }: SentWith = {},
): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return who.ask(address, { method: "POST", body: form, headers });
}

interface SentWith {
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function download(who: Asking, address: string, language = "zh-CN"): Promise<Uint8Array> {
  const response = await who.ask(address, { headers: { "accept-language": language } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** What a change of nothing leaves as it was: every row but the trail's, and that of sessions in use. */
export function dump({ folder }: Served): string {
  const database = new Database(join(folder, "yuanbiao.db"), { readonly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
  const kept = tables.filter((name) => !["audit", "audit_head", "dataset", "session"].includes(String(name)));
  const rows = kept.map((name) => [name, database.prepare(`select * from "${name}"`).safeIntegers().raw().all()]);
  database.close();
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
