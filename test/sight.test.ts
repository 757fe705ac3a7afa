import type { Observation } from "@yuanbiao/core/observation";
import { commit } from "@yuanbiao/db/commit";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import { LetterSent } from "@yuanbiao/server/letter/shape";
import { EffectView, ReportList, ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  type Desk,
  download,
  file,
  fill,
  good,
  match,
  openDesk,
  openFresh,
  readReport,
  step,
  type yearly,
} from "./support/reporting.ts";
import type { Asking } from "./support/served.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
const fresh = (own: Partial<typeof yearly> = {}) => openFresh(desk, own);
const share = "sei-share-above-scale";
const contents = { [share]: "29.5", "sei-output": "1234.5", "valid-hitech-firms": "300" };

/** Puts figures into the store as an import would. */
async function store(figures: readonly Partial<Observation>[]): Promise<void> {
  const cut = { asOf: null, publishedBy: null };
  const [model] = await listObservations(desk.served.store, cut, { ids: ["A021"] });
  if (model === undefined) throw new Error("no figure to copy");
  const incoming = figures.map((figure): Observation => ({ ...model, publishedOn: null, ...figure }));
  const { statements } = planVersions("observation", { current: [], incoming }, { reason: "other", note: null });
  const audit = { area: model.area, action: "test", subject: null, detail: {} };
  await commit(desk.served.store, { actor: "test", role: null, address: null, statements, audit: [audit] });
}

const thread = async (who: Asking, id: string): Promise<string[]> =>
  (await readReport(who, id)).thread.map(({ action }) => action);
const listed = async (who: Asking, id: string) => {
  const [round = ""] = id.split(".");
  return ReportList.parse(await who.read(`/api/reports?round=${round}`)).items.find((report) => report.id === id);
};
const sheetText = async (who: Asking, address: string): Promise<string> =>
  JSON.stringify((await readXlsx(await download(who, address))).sheets.map(({ rows }) => rows));

describe("what a park does before it sends", () => {
  it("is its own: how far it is, what it says, and that its approver gave it back", async () => {
    const { id, code } = await fresh();
    const { clerk, approver, office, leader, verifier } = desk.people;
    await fill(clerk, id, contents);
    await good(ReportView, clerk.send("POST", `${addressOf(id)}/comments`, { comment: "产值按哪个口径？" }));
    await step(clerk, id, "submit");
    for (const who of [office, leader, verifier]) {
      expect(await listed(who, id)).toMatchObject({ state: "draft", turn: "clerk", submittedAt: null });
      expect(await readReport(who, id)).toMatchObject({ state: "draft", submittedBy: null, evidence: [] });
    }
    expect(await listed(clerk, id)).toMatchObject({ state: "submitted", turn: "approver", filled: 3 });
    const found = async (who: Asking, query: string) =>
      ReportList.parse(await who.read(`/api/reports?${query}`)).items.map((report) => report.id);
    expect([await found(clerk, "state=submitted"), await found(clerk, "turn=approver")]).toEqual([[id], [id]]);
    expect([await found(office, "state=submitted"), await found(office, "state=draft")]).toEqual([[], [id]]);
    expect([await found(office, "turn=clerk"), await found(office, "turn=approver")]).toEqual([[id], []]);
    expect([await listed(office, id), await listed(leader, id)]).toMatchObject([{ filled: 3 }, { filled: null }]);
    const counted = async (who: Asking) => RoundView.parse(await who.read(`/api/rounds/${code}`)).reports;
    expect(await counted(clerk)).toMatchObject({ draft: 0, submitted: 1 });
    expect(await counted(office)).toMatchObject({ draft: 1, submitted: 0 });
    await step(approver, id, "return", { reason: "请再核对" });
    expect(await thread(approver, id)).toEqual(["open", "comment", "submit", "return"]);
    expect(await thread(office, id)).toEqual(["open", "comment"]);
    expect(await thread(leader, id)).toEqual(["open"]);
  });
  it("is its own after a return too: everybody else keeps what was sent, in lists and workbooks as well", async () => {
    const { id, code } = await fresh();
    const { clerk, approver, office, leader } = desk.people;
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "return", { lines: [{ indicator: share, reason: "与快报不符" }] });
    await fill(clerk, id, { [share]: "30.4" });
    await step(clerk, id, "submit");
    expect(await listed(leader, id)).toMatchObject({ state: "returned", turn: "clerk", filled: 3 });
    // To the office it is still owed: a letter may ask for it, and learns nothing by being refused.
    const to = { city: "liuzhou", department: null, area: "liuzhou", targets: [], reports: [id] };
    const letter = { ...to, answerBy: "2026-05-05", number: null, signer: "领导小组办公室" };
    await good(LetterSent, office.send("POST", "/api/letters", letter));
    for (const who of [office, leader]) {
      const { lineItems } = await readReport(who, id);
      expect(lineItems.map(({ value }) => value)).toEqual(["29.5", "1234.5", "300"]);
      const text = await sheetText(who, `/api/rounds/${code}/workbook.xlsx`);
      expect([text.includes("29.5"), text.includes("30.4")]).toEqual([true, false]);
      // That the park has handed it in again is its own as well.
      expect([text.includes("已退回"), text.includes("已提交")]).toEqual([true, false]);
    }
    const text = await sheetText(clerk, `/api/rounds/${code}/workbook.xlsx`);
    expect([text.includes("30.4"), text.includes("已提交")]).toEqual([true, true]);
    await step(approver, id, "approve");
    expect((await readReport(leader, id)).lineItems[0]?.value).toBe("30.4");
  });
});

describe("what stands beside a report", () => {
  beforeAll(() =>
    store(
      [
        { id: "open-before", indicator: "sei-output", caliber: "citywide", period: "2024", value: "1100.25" },
        { id: "class-before", indicator: "valid-hitech-firms", caliber: "valid-year-end", period: "2024" },
      ].map((own, at) => ({ ...own, class: at === 0 ? "public" : "internal", ...(at === 1 ? { value: "271" } : {}) })),
    ),
  );
  it("is of no higher class than the round, and nothing where nothing is shown", async () => {
    const { id } = await fresh();
    const { clerk, office, leader } = desk.people;
    const previous = async (who: Asking) => (await readReport(who, id)).lineItems.map((line) => line.previous);
    expect(await previous(clerk)).toEqual(["29", "1100.25", null]);
    expect(await previous(office)).toEqual([null, null, null]);
    expect(await previous(leader)).toEqual([null, null, null]);
    await file(desk, id, contents);
    for (const who of [clerk, office, leader]) expect(await previous(who)).toEqual(["29", "1100.25", null]);
    const { id: internal } = await fresh({ class: "internal" });
    expect((await readReport(clerk, internal)).lineItems[2]?.previous).toBe("271");
  });
  it("a preview tells a clerk nothing of figures that it may not read", async () => {
    const { id } = await fresh({ period: "2024" });
    const { clerk } = desk.people;
    const body = { indicator: share, content: { state: "empty", value: null, explanation: null } };
    const standing = async () => {
      const { targets } = await good(EffectView, clerk.send("POST", `${addressOf(id)}/effect`, body));
      return targets.map(({ target, before }) => [target.id, before.status, before.actual]);
    };
    const before = await standing();
    expect(before.length).toBeGreaterThan(0);
    const secret = { indicator: share, caliber: "den-above-scale", period: "2025", value: "77.123403" };
    await store([{ ...secret, id: "secret-effect", class: "restricted" }]);
    expect(await standing()).toEqual(before);
  });
});

describe("a figure over fewer than three enterprises", () => {
  it("is seen by who works on the report; withheld from others on its page, in its sheet and in the round's", async () => {
    const { id, code } = await fresh({ period: "2022" });
    const { clerk, approver, office, leader, verifier } = desk.people;
    const few = { state: "value", value: "88.25", explanation: "仅两家企业", enterprises: 2 };
    await fill(clerk, id, { ...contents, "sei-output": few });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    const output = async (who: Asking) =>
      (await readReport(who, id)).lineItems.find(({ indicator }) => indicator.code === "sei-output");
    for (const who of [clerk, office, verifier])
      expect(await output(who)).toMatchObject({ value: "88.25", suppressed: false });
    expect(await output(leader)).toMatchObject({ value: null, explanation: null, suppressed: true, enterprises: 2 });
    const sheets = [`${addressOf(id)}/template.xlsx`, `/api/rounds/${code}/workbook.xlsx`];
    for (const address of sheets) {
      expect(await sheetText(office, address)).toContain("88.25");
      const shown = await sheetText(leader, address);
      expect([shown.includes("88.25"), shown.includes("29.5")]).toEqual([false, true]);
    }
    await step(office, id, "accept");
    const found = { state: "value", value: "66.125", reason: "剔除重复" };
    const at = `${addressOf(id)}/lines/sei-output/verification`;
    await good(ReportView, verifier.send("PUT", at, found, match(0)));
    await step(office, id, "adopt", { lines: [{ indicator: "sei-output", basis: "verified" }] });
    expect(await output(leader)).toMatchObject({ value: null, adopted: null, verification: null });
    for (const address of sheets) {
      expect(await sheetText(office, address)).toContain("88.25");
      expect(await sheetText(office, address)).toContain("66.125");
      expect(await sheetText(leader, address)).not.toMatch(/88\.25|66\.125/);
    }
  });
});
