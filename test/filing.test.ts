import { commit } from "@yuanbiao/db/commit";
import { listReportEvents } from "@yuanbiao/db/queries/report";
import { ReportList, ReportView } from "@yuanbiao/server/report/shape";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  download,
  file,
  fill,
  good,
  match,
  openDesk,
  openFresh,
  readReport,
  refused,
  refusedAt,
  sendFile,
  step,
} from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";
import { refill } from "./support/workbook.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const fresh = (own?: Parameters<typeof openFresh>[1]) => openFresh(desk, own);
const share = "sei-share-above-scale";
const firms = "valid-hitech-firms";
const contents = { [share]: "29.5", "sei-output": "1234.5", [firms]: "310" };

const asked = (kind: string) => ({ kind, reason: "x", until: "2026-12-01", indicators: [], changeReason: null });

describe("every step has its time", () => {
  it("nothing is handed in, approved or accepted before its turn, and each refusal says why", async () => {
    const { id } = await fresh();
    const { clerk, approver, office, verifier } = desk.people;
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "nothing-filled"]);
    expect(await refused(attempt(approver, id, ["approve"]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["accept"]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["adopt", { lines: [{ indicator: share, basis: "reported" }] }]))).toEqual(
      [409, "not-accepted"],
    );
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "report-not-open"]);
    expect(await refused(attempt(office, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "not-approved",
    ]);
    expect(await refused(attempt(office, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    await step(approver, id, "approve");
    expect(await refused(attempt(approver, id, ["approve"]))).toEqual([409, "already-approved"]);
    expect(await refused(attempt(office, id, ["return", {}]))).toEqual([409, "reason-needed"]);
    const bare = { lines: [{ indicator: share, reason: " " }] };
    expect(await refusedAt(attempt(office, id, ["return", bare]))).toEqual([`lines.${share} reason-needed`]);
    const strange = { lines: [{ indicator: "gdp", reason: "x" }] };
    expect(await refusedAt(attempt(office, id, ["return", strange]))).toEqual(["lines.gdp no-such-line"]);
    expect(await refusedAt(attempt(office, id, ["accept-lines", { indicators: ["gdp"] }]))).toEqual([
      "lines.gdp no-such-line",
    ]);
    const verification = `${addressOf(id)}/lines/${share}/verification`;
    const verified = { state: "value", value: "29.5", reason: null };
    expect(await refused(verifier.send("PUT", verification, verified, match(0)))).toEqual([409, "not-accepted"]);
    await step(office, id, "accept-lines", { indicators: [share] });
    expect(await refused(attempt(office, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "nothing-changed",
    ]);
    await step(office, id, "accept");
    expect(await refused(attempt(clerk, id, ["request", asked("extension")]))).toEqual([409, "report-not-open"]);
  });
  it("a line that was left blank can be returned: please fill it", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, id, { [share]: "30" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    const lines = [{ indicator: firms, reason: "请补报" }];
    const { lineItems } = await step(office, id, "return", { lines });
    expect(lineItems[2]).toMatchObject({ review: "returned", returnReason: "请补报" });
    expect((await readReport(clerk, id)).lineItems.map(({ review }) => review)).toEqual(["open", "open", "returned"]);
  });
  it("the approver returns to the clerk before approving; resubmitting asks for a new approval", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    await step(approver, id, "return", { reason: "请核对" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(await refused(attempt(approver, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    await step(office, id, "return", { reason: "与快报不符" });
    await step(clerk, id, "submit");
    expect(await refused(attempt(office, id, ["accept"]))).toEqual([409, "not-approved"]);
    const actions = (await listReportEvents(desk.served.store, [id])).map(({ action, cycle }) => `${action} ${cycle}`);
    expect(actions).toEqual(["open 1", "submit 1", "return 1", "submit 2", "approve 2", "return 2", "submit 3"]);
  });
});

describe("separation of duties", () => {
  /** One account with more rights than it should have been given. */
  async function giveAll(account: string): Promise<void> {
    const areas = ["liuzhou"];
    const grants = [
      { role: "clerk", areas, department: null },
      { role: "approver", areas, department: null },
      { role: "coordinator", areas: [], department: null },
    ];
    const done = await commit(desk.served.store, {
      actor: "test",
      statements: [{ update: "account", key: { id: account }, set: { grants } }],
      audit: [{ area: "system", action: "test", subject: account, detail: {} }],
    });
    expect(done.ok).toBe(true);
  }
  it("holds by the account, whatever rights it has: nobody approves or accepts what they handed in or approved", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await giveAll(clerk.account);
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    expect(await refused(attempt(clerk, id, ["approve"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(clerk, id, ["return", { reason: "x" }]))).toEqual([409, "own-submission"]);
    await giveAll(approver.account);
    await step(approver, id, "approve");
    expect(await refused(attempt(clerk, id, ["accept"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(approver, id, ["accept"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(approver, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "own-submission",
    ]);
    await step(office, id, "accept");
    await desk.passTo("2026-04-11");
  });
});

const roundSheet = (id: string): string => `/api/rounds/${id.split(".")[0]}/workbook.xlsx`;
const ownSheet = (id: string): string => `${addressOf(id)}/template.xlsx`;
const sheet = async (who: SignedIn, address: string, language?: string) =>
  (await readXlsx(await download(who, address, language))).sheets[0]?.rows ?? [];
/** What an indicator's rows say from the reported figure on, in the round's sheet and in the report's own. */
const beside = async (who: SignedIn, id: string, indicator: string) =>
  (await sheet(who, roundSheet(id))).filter((row) => row.includes(indicator)).map((row) => row.slice(5));
const besideOwn = async (who: SignedIn, id: string) =>
  (await sheet(who, ownSheet(id))).find((row) => row.includes(firms))?.slice(7);

/** The department finds 167 firms, and the office adopts those. */
async function adoptOther(id: string): Promise<void> {
  const { office, technology } = desk.people;
  const found = { state: "value", value: "167", reason: "剔除重复" };
  await good(ReportView, technology.send("PUT", `${addressOf(id)}/lines/${firms}/verification`, found, match(0)));
  await step(office, id, "adopt", { lines: [{ indicator: firms, basis: "verified" }] });
}

describe("verification and adoption", () => {
  it("a verifier sees and verifies the lines of its department, and no other", async () => {
    const { id } = await fresh();
    const { verifier, technology } = desk.people;
    await file(desk, id, contents);
    const own = await readReport(technology, id);
    expect(own.lineItems.map(({ indicator }) => indicator.code)).toEqual([firms]);
    expect(own).toMatchObject({ lines: 1, filled: 1 });
    const [listed] = ReportList.parse(await technology.read(`/api/reports?round=${id.split(".")[0]}`)).items;
    expect(listed).toMatchObject({ lines: 1, filled: 1, accepted: 1 });
    const verified = { state: "value", value: "310", reason: "" };
    const at = (indicator: string) => `${addressOf(id)}/lines/${indicator}/verification`;
    expect(await refused(technology.send("PUT", at(share), verified, match(0)))).toEqual([404, "no-such-line"]);
    expect(await refused(verifier.send("PUT", at(firms), verified, match(0)))).toEqual([404, "no-such-line"]);
    const done = await good(ReportView, technology.send("PUT", at(firms), verified, match(0)));
    expect(done.lineItems[0]?.verification).toMatchObject({ value: "310", reason: null });
    expect(await refused(technology.send("PUT", at(firms), verified, match(0)))).toEqual([412, "stale-version"]);
    const sheet = await readXlsx(await download(technology, `/api/rounds/${id.split(".")[0]}/workbook.xlsx`));
    expect(sheet.sheets[0]?.rows.slice(3).map((row) => row[2])).toEqual([firms]);
  });
  it("is told beside what was reported, in the round's sheet and in the report's, with where the report stands", async () => {
    const { id } = await fresh({ areas: ["liuzhou", "liuzhou-hitech"] });
    const { clerk, approver, office, verifier } = desk.people;
    await fill(clerk, id, { [firms]: "168", [share]: "30" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    const [, , head] = await sheet(office, roundSheet(id));
    expect(head?.slice(5)).toEqual(["上报数", "状态", "情况说明", "核定数", "采用数", "报表状态"]);
    expect(await beside(office, id, firms)).toEqual([
      [168, "有数", null, null, null, "已提交"],
      [null, null, null, null, null, "填报中"],
    ]);
    const [, , , about, , ownHead] = await sheet(office, ownSheet(id));
    expect([about?.includes("报表状态：已提交"), ownHead?.includes("采用数")]).toEqual([true, false]);
    await step(office, id, "accept");
    await adoptOther(id);
    for (const who of [office, clerk]) {
      expect((await beside(who, id, firms))[0]).toEqual([168, "有数", null, 167, 167, "已接收"]);
      expect((await beside(who, id, share))[0]).toEqual([30, "有数", null, null, null, "已接收"]);
      expect(await besideOwn(who, id)).toEqual([168, "有数", null, 167, 167]);
    }
    expect((await sheet(office, ownSheet(id), "en"))[3]).toContain("报表状态 State of the report: accepted");
    expect(JSON.stringify(await sheet(verifier, roundSheet(id)))).not.toMatch(/16[78]/);
  });
  it("is marked in the sheets once the figure was corrected, and nothing of it is taken from an upload", async () => {
    const { id } = await fresh();
    const { clerk, office } = desk.people;
    await file(desk, id, { [firms]: "168", [share]: "30" });
    await adoptOther(id);
    const because = { kind: "correction", reason: "漏报", until: null, changeReason: "reporting-error" };
    await step(clerk, id, "request", { ...because, indicators: [firms] });
    await step(office, id, "grant");
    const bytes = await refill(await download(clerk, ownSheet(id)), { H10: 170, K10: 1, L10: 2 });
    expect((await sendFile(clerk, `${addressOf(id)}/upload`, bytes)).status).toBe(200);
    const before = ["原核定 167，上报数已更正，待重新核定", "原采用 167，待重新采用"];
    expect(await besideOwn(clerk, id)).toEqual([170, "有数", null, ...before]);
    expect((await beside(clerk, id, firms))[0]).toEqual([170, "有数", null, ...before, "已退回"]);
    // The park has not sent its correction: to the office what was adopted stands, as on the page.
    expect((await beside(office, id, firms))[0]).toEqual([168, "有数", null, 167, 167, "已退回"]);
    expect((await readReport(office, id)).lineItems[2]).toMatchObject({ value: "168", adopted: { stands: true } });
  });
  it("an adoption names each line once, and there must be something to adopt", async () => {
    const { id } = await fresh();
    const { office } = desk.people;
    await file(desk, id, { [share]: "30" });
    const choice = (indicator: string, basis = "reported") => ({ indicator, basis });
    const adopt = (...lines: object[]) => refusedAt(attempt(office, id, ["adopt", { lines }]));
    expect(await adopt(choice(share), choice(share))).toEqual([`lines.${share} line-twice`]);
    expect(await adopt(choice(firms), choice(share, "verified"), choice("gdp"))).toEqual([
      `lines.${firms} nothing-filled`,
      `lines.${share} not-verified`,
      "lines.gdp no-such-line",
    ]);
    await step(office, id, "adopt", { lines: [choice(share)] });
    expect(await refused(attempt(office, id, ["adopt", { lines: [choice(share)] }]))).toEqual([409, "nothing-changed"]);
  });
  it("a verification that comes between the office's look and its choice refuses the choice", async () => {
    const { id } = await fresh();
    const { office, verifier } = desk.people;
    const { version } = await file(desk, id, { [share]: "30" });
    const verified = { state: "value", value: "29", reason: "剔除重复" };
    const body = { lines: [{ indicator: share, basis: "reported" }] };
    const [found, chosen] = await Promise.all([
      verifier.send("PUT", `${addressOf(id)}/lines/${share}/verification`, verified, match(0)),
      office.send("POST", `${addressOf(id)}/adopt`, body, match(version)),
    ]);
    expect(found.status).toBe(200);
    const { lineItems } = await readReport(office, id);
    if (chosen.status === 200) expect(lineItems[0]?.adopted?.value).toBe("30");
    else expect([chosen.status, lineItems[0]?.adopted]).toEqual([412, null]);
  });
});
