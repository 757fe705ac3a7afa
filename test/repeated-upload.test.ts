import { setImmediate as nextTurn } from "node:timers/promises";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { Uploaded } from "@yuanbiao/server/report/shape";
import { ImportedView } from "@yuanbiao/server/round/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at as evidenceAt, pdf, report } from "./support/evidence.ts";
import {
  addressOf,
  type Desk,
  download,
  dump,
  good,
  openDesk,
  openRound,
  readReport,
  refused,
  sendFile,
} from "./support/reporting.ts";
import { type Edit, refill } from "./support/workbook.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk);
});
afterAll(() => desk.close());

const key = (name: string) => ({ "idempotency-key": name });
const filled = async (address: string, edits: Readonly<Record<string, Edit>>) =>
  refill(await download(desk.people.clerk, address), edits);
/** An answer is kept right after it is given. */
const dumpAtRest = async (): Promise<string> => {
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  return dump(desk.served);
};
const isReplayed = (response: Response): boolean => response.headers.get("idempotent-replayed") === "true";

describe("an upload that is repeated with its Idempotency-Key gets the first answer, and nothing is stored twice", () => {
  const send = (name: string, bytes = pdf("一"), fields: Record<string, string> = { kind: "other" }) =>
    sendFile(desk.people.clerk, evidenceAt, bytes, { name: "一.pdf", fields, headers: key(name) });
  const files = async () => (await listEvidence(desk.served.store, { asOf: null }, { reports: [report] })).length;

  it("of a file", async () => {
    const first = await send("file");
    const { id } = EvidenceAdded.parse(await first.json());
    const before = await dumpAtRest();
    const second = await send("file");
    expect([isReplayed(first), isReplayed(second)]).toEqual([false, true]);
    expect(await good(EvidenceAdded, Promise.resolve(second))).toEqual({ id });
    expect(dump(desk.served)).toBe(before);
    expect((await send("another")).status).toBe(200);
    expect(await files()).toBe(2);
  });
  it("of a file, several at once too", async () => {
    const before = await files();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send("at-once")));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await files()).toBe(before + 1);
    expect((await send("at-once")).status).toBe(200);
    expect(await files()).toBe(before + 1);
  });
  it("of a file; the same key with another file, name or kind is refused", async () => {
    await good(EvidenceAdded, send("settled"));
    const before = await dumpAtRest();
    expect(await refused(send("settled", pdf("二")))).toEqual([422, "idempotency-conflict"]);
    expect(await refused(send("settled", pdf("一"), { kind: "minutes" }))).toEqual([422, "idempotency-conflict"]);
    expect(dump(desk.served)).toBe(before);
  });
  it("of a report's workbook, though the report has moved on since", async () => {
    const template = `${addressOf(report)}/template.xlsx`;
    const bytes = await filled(template, { H8: 29.5, H9: 1234.5 });
    const upload = () => sendFile(desk.people.clerk, `${addressOf(report)}/upload`, bytes, { headers: key("form") });
    const { stored, report: shown } = await good(Uploaded, upload());
    expect(stored).toBe(2);
    const before = await dumpAtRest();
    const again = await good(Uploaded, upload());
    expect([again.stored, again.report.version]).toEqual([2, shown.version]);
    expect(dump(desk.served)).toBe(before);
    const thread = (await readReport(desk.people.clerk, report)).thread.filter(({ action }) => action === "upload");
    expect(thread.map(({ indicators }) => indicators)).toEqual([["sei-share-above-scale", "sei-output"]]);
  });
  it.each(["application/json", "application/x-ndjson"])("of a round's workbook, asked for as %s", async (accept) => {
    const bytes = await filled("/api/rounds/2025A/workbook.xlsx", { F6: accept.length });
    const headers = { ...key(accept), accept };
    const upload = () => sendFile(desk.people.clerk, "/api/rounds/2025A/upload", bytes, { headers });
    expect(await good(ImportedView, upload())).toMatchObject({ stored: 1 });
    const before = await dumpAtRest();
    expect(await good(ImportedView, upload())).toMatchObject({ stored: 1 });
    expect(dump(desk.served)).toBe(before);
  });
  it("of a workbook that was refused: it may be mended and sent again", async () => {
    const template = `${addressOf(report)}/template.xlsx`;
    const upload = async (edits: Readonly<Record<string, Edit>>) =>
      sendFile(desk.people.clerk, `${addressOf(report)}/upload`, await filled(template, edits), {
        headers: key("mended"),
      });
    expect(await refused(upload({ H8: "约30" }))).toEqual([422, "upload-refused"]);
    expect(await good(Uploaded, upload({ H8: 30 }))).toMatchObject({ stored: 1 });
  });
});

describe("the thread", () => {
  it("says who uploaded what; where nothing changed it says nothing", async () => {
    const { clerk } = desk.people;
    const template = `${addressOf(report)}/template.xlsx`;
    const entries = async () =>
      (await readReport(clerk, report)).thread.filter(({ action }) => action === "upload").length;
    const before = await entries();
    const send = (bytes: Uint8Array) => sendFile(clerk, `${addressOf(report)}/upload`, bytes);
    expect(await good(Uploaded, send(await filled(template, {})))).toMatchObject({ stored: 0 });
    expect(await entries()).toBe(before);
    await good(Uploaded, send(await filled(template, { H8: 31 })));
    expect(await entries()).toBe(before + 1);
    const last = (await readReport(clerk, report)).thread.findLast(({ action }) => action === "upload");
    expect(last?.indicators).toEqual(["sei-share-above-scale"]);
    expect((await readReport(desk.people.office, report)).thread.map(({ action }) => action)).not.toContain("upload");
  });
  it("of every report that a workbook for many areas changes says so", async () => {
    const { clerk } = desk.people;
    const bytes = await filled("/api/rounds/2025A/workbook.xlsx", { F4: 32 });
    const before = (await readReport(clerk, report)).thread.length;
    await good(ImportedView, sendFile(clerk, "/api/rounds/2025A/upload", bytes));
    const { thread } = await readReport(clerk, report);
    expect(thread).toHaveLength(before + 1);
    expect(thread.at(-1)).toMatchObject({ action: "upload", indicators: ["sei-share-above-scale"] });
  });
});
