import { createHash } from "node:crypto";
import { makePeriod } from "@yuanbiao/core/period";
import { ReportView } from "@yuanbiao/server/report/shape";
import type { Prepared } from "./prepare.ts";
import { type Answered, GaveUp, type Sending, sendUntilAnswered, type Target } from "./send.ts";

/** What is done to a report, in this order, each by one request. */
export const filingSteps = [
  "made",
  "opened",
  "filled",
  "uploaded",
  "submitted",
  "approved",
  "accepted",
  "adopted",
] as const;
export type FilingStep = (typeof filingSteps)[number];

/** What was acknowledged: of each report its steps, and the hash of the file beside it. */
export interface Ledger {
  readonly reports: Map<string, { area: string; steps: FilingStep[]; file: string }>;
  /** Answers that nobody should have got, by what was asked. */
  readonly faults: string[];
  /** Requests that were answered, and those that had to be sent again. */
  answered: number;
  repeated: number;
}

export const makeLedger = (): Ledger => ({ reports: new Map(), faults: [], answered: 0, repeated: 0 });

interface Filing {
  readonly target: Target;
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  /** Which park, and which of several clerks of it. */
  readonly park: number;
  readonly name: string;
  /** The month of whose years it files, 0 to 11, so that two clerks of a park need not meet; by its name where none is said. */
  readonly month?: number;
  /** What passes between one step and the next. */
  readonly think?: () => Promise<unknown>;
  /** So many reports, and then no more. */
  readonly most?: number;
  readonly isOver: () => boolean;
}

const lines = ["yx-output", "yx-new-output"];
const firstMonth = 1901 * 12;
/** So many reports one clerk files of single months, one a year; then as many of two months, and so on. */
const yearsFiled = 290;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const filesOf = new Map<string, Buffer>();

/** A picture that no other report has: what follows its end is no part of it. */
function fileOf(id: string): Buffer {
  const known = filesOf.get(id) ?? Buffer.concat([png, Buffer.from(`${id} ${"x".repeat(20_000)}`)]);
  filesOf.set(id, known);
  return known;
}

/** Files one report after the other, from the office's round to the adopted figure, until it is over. */
export async function fileReports(filing: Filing): Promise<void> {
  for (let number = 1; !filing.isOver() && number <= (filing.most ?? number); number += 1) {
    try {
      await fileOne(filing, number);
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      if (!filing.isOver()) filing.ledger.faults.push(`${filing.name} filed no more: ${error.message}`);
      return;
    }
  }
}

async function fileOne(filing: Filing, number: number): Promise<void> {
  const { prepared, ledger, park, name } = filing;
  const own = prepared.parks[park % prepared.parks.length];
  if (own === undefined) throw new Error("no park to file for");
  const code = `L${name}-${number}`;
  const id = `${code}.${own.area}`;
  const entry = {
    area: own.area,
    steps: [] as FilingStep[],
    file: createHash("sha256").update(fileOf(id)).digest("hex"),
  };
  const { coordinator } = prepared.cookies;
  const take = async (step: FilingStep, sending: Omit<Sending, "key">): Promise<void> => {
    await filing.think?.();
    if (filing.isOver()) throw new GaveUp(step);
    if (!ledger.reports.has(id)) ledger.reports.set(id, entry);
    await acknowledged(filing, { ...sending, key: `${id}-${step}` });
    entry.steps.push(step);
  };
  const versionNow = async () => (await readReport(filing, { id, cookie: coordinator })).version;
  const at = firstMonth + (filing.month ?? monthOf(name)) + ((number - 1) % yearsFiled) * 12;
  const { code: period } = makePeriod(at, at + Math.floor((number - 1) / yearsFiled));
  const round = {
    ...{ code, name: code, city: "yunxi", period, areas: [own.area], opensOn: "2026-01-01", dueOn: "2030-12-31" },
    lines: lines.map((indicator) => ({ indicator, caliber: "yx-park" })),
    ...{ instructions: "按期填报", stage: "progress", class: "public" },
  };
  await take("made", { method: "POST", path: "/api/rounds", cookie: coordinator, body: round });
  const open = { method: "PUT", path: `/api/rounds/${code}/state`, cookie: coordinator, body: { state: "open" } };
  await take("opened", { ...open, version: 1 });
  const value = String(number);
  const block = lines.map((indicator) => ({ indicator, version: 0, state: "value", value, explanation: null }));
  const patch = { method: "PATCH", path: `/api/reports/${id}/lines`, cookie: own.clerk };
  await take("filled", { ...patch, body: { lines: block } });
  const form = (): FormData => {
    const made = new FormData();
    made.set("kind", "other");
    made.set("file", new File([new Uint8Array(fileOf(id))], "材料.png"));
    return made;
  };
  await take("uploaded", { method: "POST", path: `/api/reports/${id}/evidence`, cookie: own.clerk, form });
  const step = async (name: FilingStep, verb: string, cookie: string, body: object = {}): Promise<void> => {
    const version = await versionNow();
    await take(name, { method: "POST", path: `/api/reports/${id}/${verb}`, cookie, body, version });
  };
  await step("submitted", "submit", own.clerk);
  await step("approved", "approve", own.approver);
  await step("accepted", "accept", coordinator);
  const adopted = lines.map((indicator) => ({ indicator, basis: "reported" }));
  await step("adopted", "adopt", coordinator, { lines: adopted });
}

const monthOf = (name: string): number =>
  Number.parseInt(createHash("sha256").update(name).digest("hex").slice(0, 6), 16) % 12;

async function readReport(filing: Filing, { id, cookie }: { id: string; cookie: string }): Promise<ReportView> {
  const sending = { method: "GET", path: `/api/reports/${id}`, cookie };
  const { status, body } = await sendUntilAnswered(filing.target, sending, { isOver: filing.isOver });
  if (status !== 200) throw new Error(`${sending.path}: ${status} ${JSON.stringify(body)}`);
  return ReportView.parse(body);
}

/** A write that was done: by this answer, or by one that was lost on its way. */
async function acknowledged({ target, ledger, isOver }: Filing, sending: Sending): Promise<Answered> {
  const answer = await sendUntilAnswered(target, sending, { isOver });
  ledger.answered += 1;
  if (answer.sent > 1) ledger.repeated += 1;
  const isDone = answer.status === 200 || (answer.status === 409 && codeOf(answer.body) === "idempotency-pending");
  if (!isDone) {
    ledger.faults.push(`${sending.method} ${sending.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    throw new GaveUp(sending.path);
  }
  return answer;
}

export function codeOf(body: unknown): string {
  return typeof body === "object" && body !== null ? String(Reflect.get(body, "code")) : "";
}
