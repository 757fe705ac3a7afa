import { verifyAudit } from "@yuanbiao/db/audit";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { EffectView, ReportList, ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { type Served, type SignedIn, serve } from "./support/served.ts";

let served: Served;
let clerk: SignedIn;
let approver: SignedIn;
let office: SignedIn;
let verifier: SignedIn;
let stranger: SignedIn;
let instant = new Date("2026-04-10T02:00:00.000Z");

const id = "2025A.liuzhou";
const at = `/api/reports/${id}`;
const round = {
  code: "2025A",
  name: "2025年年报",
  city: "liuzhou",
  period: "2025",
  lines: [
    { indicator: "sei-share-above-scale", caliber: "den-above-scale" },
    { indicator: "sei-output", caliber: "citywide" },
  ],
  areas: ["liuzhou"],
  opensOn: "2026-04-01",
  dueOn: "2026-04-09",
  instructions: "按年报口径填报",
  stage: "annual",
  class: "public",
};

let reader: SignedIn;
/** Days go by; sessions end, and people sign in again. */
async function passTo(day: string): Promise<void> {
  instant = new Date(`${day}T02:00:00.000Z`);
  reader = await served.as("leader");
  clerk = await served.as("clerk", { areas: ["liuzhou"] });
  approver = await served.as("approver", { areas: ["liuzhou"] });
  office = await served.as("coordinator");
  verifier = await served.as("verifier", { department: "lz-statistics" });
  stranger = await served.as("clerk", { areas: ["liuzhou-hitech"] });
}

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function good<T extends z.ZodType>(shape: T, answer: Promise<Response>): Promise<z.infer<T>> {
  const response = await answer;
  const body = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return shape.parse(body);
}
async function refused(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  return [response.status, Problem.parse(await response.json()).code];
}
const match = (version: number) => ({ "if-match": String(version) });
const read = async (who: SignedIn): Promise<ReportView> => ReportView.parse(await who.read(at));
async function step(who: SignedIn, name: string, body: unknown = {}): Promise<ReportView> {
  const { version } = await read(who);
  return good(ReportView, who.send("POST", `${at}/${name}`, body, match(version)));
}
const content = (value: string | null, more: object = {}) => ({
  ...{ state: value === null ? "empty" : "value", value, explanation: null, ...more },
});
const progressOf = async (asOf?: string) => {
  const address = `/api/progress?area=liuzhou&indicator=sei-share&due=2025${asOf === undefined ? "" : `&asOf=${asOf}`}`;
  return ProgressList.parse(await reader.read(address)).items.find(({ target }) => target.id === "T03");
};

describe.each(["SQLite", "PostgreSQL"])("on %s a report goes from the clerk to the dashboard", (engine) => {
  beforeAll(async () => {
    instant = new Date("2026-04-09T02:00:00.000Z");
    const place = engine === "SQLite" ? {} : { databaseUrl: await server.createDatabase() };
    served = await serve({ clock: () => instant, ...place });
    await passTo("2026-04-10");
  });
  afterAll(() => served.close());

  it("the office opens a round; parks see it from then on", async () => {
    const made = await good(RoundView, office.send("POST", "/api/rounds", round));
    expect(made.state).toBe("draft");
    expect(await refused(clerk.ask("/api/rounds/2025A"))).toEqual([404, "unknown-round"]);
    expect(await refused(clerk.send("POST", "/api/rounds", { ...round, code: "X" }))).toEqual([403, "forbidden"]);
    const opened = office.send("PUT", "/api/rounds/2025A/state", { state: "open" }, match(made.version));
    expect((await good(RoundView, opened)).reports).toMatchObject({ draft: 1 });
    const { items } = ReportList.parse(await clerk.read("/api/reports"));
    expect(items).toMatchObject([{ id, state: "draft", turn: "clerk", daysLeft: -1, lines: 2, filled: 0 }]);
    expect(ReportList.parse(await stranger.read("/api/reports")).items).toEqual([]);
    expect(await refused(stranger.ask(at))).toEqual([404, "unknown-report"]);
  });
  it("the clerk sees what a figure would do before it is stored", async () => {
    const body = { indicator: "sei-share-above-scale", content: content("31.2") };
    const effect = await good(EffectView, clerk.send("POST", `${at}/effect`, body));
    const third = effect.targets.find(({ target }) => target.id === "T03");
    expect(third?.before.status).toBe("no-data");
    expect(third?.after).toMatchObject({ status: "achieved", actual: "31.2", achievement: "1.0400" });
    const { lineItems } = await read(clerk);
    expect(lineItems[0]).toMatchObject({ state: "empty", version: 0 });
    // A year begins in January: nothing of it lies before, whatever is known of other years.
    expect(lineItems[1]).toMatchObject({ indicator: { code: "sei-output" }, earlierThisYear: "0" });
  });
  it("two people on one line never overwrite each other", async () => {
    const line = `${at}/lines/sei-share-above-scale`;
    const first = await good(ReportView, clerk.send("PUT", line, content("29.5"), match(0)));
    expect(first.lineItems[0]).toMatchObject({ value: "29.5", version: 1, by: `测试 ${clerk.account}` });
    expect(await refused(clerk.send("PUT", line, content("28"), match(0)))).toEqual([412, "stale-version"]);
    expect((await read(clerk)).lineItems[0]?.value).toBe("29.5");
    const block = { lines: [{ indicator: "sei-output", version: 0, ...content("1234.5") }] };
    await good(ReportView, clerk.send("PATCH", `${at}/lines`, block));
  });
  it("bad content is refused at its field and changes nothing", async () => {
    const block = {
      lines: [{ indicator: "sei-share-above-scale", version: 1, ...content("1"), state: "not-reported" }],
    };
    const response = await clerk.send("PATCH", `${at}/lines`, block);
    expect(response.status).toBe(422);
    expect(Problem.parse(await response.json()).errors).toMatchObject([
      { field: "lines.sei-share-above-scale.value", code: "value-with-state" },
    ]);
  });
  it("nobody outside the park sees a draft's figures", async () => {
    expect(await read(office)).toMatchObject({ shown: "nothing", state: "draft" });
    expect((await read(office)).lineItems.map(({ value }) => value)).toEqual([null, null]);
  });
  it("the clerk submits, late by a day; the approver sends it; not one of them does the other's step", async () => {
    expect(await step(clerk, "submit")).toMatchObject({ state: "submitted", turn: "approver", lateDays: 1 });
    const version = (await read(clerk)).version;
    expect(await refused(clerk.send("POST", `${at}/approve`, {}, match(version)))).toEqual([403, "forbidden"]);
    expect(await refused(office.send("POST", `${at}/accept`, {}, match(version)))).toEqual([409, "not-approved"]);
    expect(await step(approver, "approve")).toMatchObject({ turn: "office" });
    expect((await read(office)).lineItems[0]?.value).toBe("29.5");
  });
  it("the office returns one line with a reason; the clerk explains and resubmits", async () => {
    const lines = [{ indicator: "sei-share-above-scale", reason: "与统计局快报不符" }];
    const returned = await step(office, "return", { lines });
    expect(returned).toMatchObject({ state: "returned", cycle: 2, shown: "sent", approvedAt: null });
    const mine = await read(clerk);
    expect(mine.lineItems[0]).toMatchObject({ review: "returned", returnReason: "与统计局快报不符" });
    const changed = content("30.4", { explanation: "补入新列统企业" });
    const { version = 0 } = mine.lineItems[0] ?? {};
    await good(ReportView, clerk.send("PUT", `${at}/lines/sei-share-above-scale`, changed, match(version)));
    expect((await read(office)).lineItems[0]?.value).toBe("29.5");
    await step(clerk, "submit");
    await step(approver, "approve");
    expect((await read(office)).lineItems[0]).toMatchObject({ value: "30.4", explanation: "补入新列统企业" });
  });
  it("the office accepts: reported figures, and the dashboard moves", async () => {
    expect((await progressOf())?.status).toBe("no-data");
    await passTo("2026-04-12");
    expect(await step(office, "accept")).toMatchObject({ state: "accepted", turn: "verifier" });
    expect(await progressOf()).toMatchObject({ status: "achieved", actual: { value: "30.4", role: "reported" } });
  });
  it("the department verifies another value, with a reason; the office adopts it", async () => {
    const line = `${at}/lines/sei-share-above-scale/verification`;
    const verified = { state: "value", value: "29.8", reason: null };
    expect(await refused(verifier.send("PUT", line, verified, match(0)))).toEqual([422, "reason-needed"]);
    const reason = "剔除重复统计";
    await good(ReportView, verifier.send("PUT", line, { ...verified, reason }, match(0)));
    expect((await progressOf())?.actual).toMatchObject({ value: "29.8", role: "verified" });
    await passTo("2026-04-14");
    const choose = (indicator: string, basis: string) => ({ lines: [{ indicator, basis }] });
    const { version } = await read(office);
    const overruled = office.send("POST", `${at}/adopt`, choose("sei-share-above-scale", "reported"), match(version));
    expect(await refused(overruled)).toEqual([422, "lines-not-acceptable"]);
    await step(office, "adopt", choose("sei-share-above-scale", "verified"));
    const done = await step(office, "adopt", choose("sei-output", "reported"));
    expect(done.lineItems.map(({ adopted }) => [adopted?.basis, adopted?.value])).toEqual([
      ["verified", "29.8"],
      ["reported", "1234.5"],
    ]);
    expect(done.turn).toBe("nobody");
  });
  it("the dashboard and asOf show before and after", async () => {
    expect(await progressOf()).toMatchObject({ status: "missed", actual: { value: "29.8", role: "adopted" } });
    expect(await progressOf("2026-04-12")).toMatchObject({ actual: { value: "29.8", role: "verified" } });
    expect((await progressOf("2026-04-11"))?.status).toBe("no-data");
  });
  it("a report can be read as it stood on a day, and nothing of the past can be changed", async () => {
    const past = ReportView.parse(await clerk.read(`${at}?asOf=2026-04-12`));
    expect(past).toMatchObject({ state: "accepted", asOf: expect.stringMatching(/^2026-04-12T15:59/) });
    expect(past.lineItems.map(({ adopted, verification }) => [adopted, verification?.value])).toEqual([
      [null, "29.8"],
      [null, undefined],
    ]);
    expect(past.thread.map(({ action }) => action)).not.toContain("adopt");
    expect(Object.values(past.may)).not.toContain(true);
    expect(await refused(clerk.ask(`${at}?asOf=2026-04-08`))).toEqual([404, "unknown-report"]);
  });
  it("every step stands in the thread and in the trail", async () => {
    const { thread } = await read(clerk);
    expect(thread.map(({ action }) => action)).toEqual([
      "open",
      "submit",
      "approve",
      "return",
      "submit",
      "approve",
      "accept",
      "verify",
      "adopt",
      "adopt",
    ]);
    expect(await verifyAudit(served.store)).toMatchObject({ ok: true });
    const actions = (await listAudit(served.store, { area: "liuzhou" })).map(({ action }) => action);
    for (const action of ["round-open", "line-edit", "report-submit", "report-return", "report-adopt", "report-read"]) {
      expect(actions).toContain(action);
    }
  });
});
