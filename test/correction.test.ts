import { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  file,
  fill,
  match,
  moveRound,
  openDesk,
  openFresh,
  readReport,
  refused,
  refusedAt,
  step,
} from "./support/reporting.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const fresh = (own?: Parameters<typeof openFresh>[1]) => openFresh(desk, own);
const share = "sei-share-above-scale";
const firms = "valid-hitech-firms";
const contents = { [share]: "29.5", "sei-output": "1234.5", [firms]: "310" };
const figuresIn = (answer: unknown) => ObservationList.parse(answer).items;
const put = (address: string, body: unknown, version = 0) =>
  desk.people.clerk.send("PUT", address, body, match(version));

describe("更正申请 after lock", () => {
  const correction = {
    kind: "correction",
    reason: "小数点错位",
    until: null,
    indicators: [share],
    changeReason: "reporting-error",
  };
  const instants: Record<string, string> = {};
  let id = "";
  let code = "";

  it("gives the named lines back and no other", async () => {
    ({ id, code } = await fresh({ period: "2023" }));
    const { clerk, office } = desk.people;
    await file(desk, id, contents);
    await step(office, id, "adopt", { lines: [{ indicator: share, basis: "reported" }] });
    await moveRound(desk, code, "closed");
    instants["before"] = (await readReport(office, id)).recordedAt;
    const without = { ...correction, changeReason: null };
    expect(await refused(attempt(clerk, id, ["request", without]))).toEqual([409, "reason-needed"]);
    const strange = { ...correction, indicators: ["gdp"] };
    expect(await refusedAt(attempt(clerk, id, ["request", strange]))).toEqual(["lines.gdp no-such-line"]);
    await step(clerk, id, "request", correction);
    expect(await step(office, id, "grant")).toMatchObject({
      state: "returned",
      cycle: 2,
      correcting: "reporting-error",
    });
    const content = { state: "value", value: "1", explanation: null };
    expect(await refusedAt(put(`${addressOf(id)}/lines/sei-output`, content, 2))).toEqual([
      "lines.sei-output line-accepted",
    ]);
  });
  it("makes a new version of the same figure, with its reason; the adopted one stays until the office adopts again", async () => {
    const { clerk, approver, office } = desk.people;
    const figures = async () => {
      const address = `/api/observations?area=liuzhou&indicator=${share}&period=2023&limit=1000`;
      const list = figuresIn(await office.read(address));
      return new Map(
        list.filter(({ source }) => source.document?.code === `report-${code}`).map((figure) => [figure.role, figure]),
      );
    };
    const first = await figures();
    await fill(clerk, id, { [share]: "25.9" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(await step(office, id, "accept")).toMatchObject({ state: "locked", correcting: null, turn: "verifier" });
    const second = await figures();
    expect([second.get("reported")?.id, second.get("reported")?.value]).toEqual([first.get("reported")?.id, "25.9"]);
    expect(second.get("adopted")?.value).toBe("29.5");
    const { items } = ObservationVersions.parse(
      await office.read(`/api/observations/${first.get("reported")?.id}/versions`),
    );
    expect(items.map(({ value, changeReason }) => [value, changeReason]).toSorted()).toEqual([
      ["25.9", "reporting-error"],
      ["29.5", "first"],
    ]);
    const before = `/api/observations?area=liuzhou&indicator=${share}&period=2023&asOf=${instants["before"]}`;
    expect(figuresIn(await office.read(before)).map(({ value }) => value)).toEqual(["29.5", "29.5"]);
    await step(office, id, "adopt", { lines: [{ indicator: share, basis: "reported" }] });
    expect((await figures()).get("adopted")?.value).toBe("25.9");
  });
  it("of a figure that is taken back leaves 未报, not the old figure", async () => {
    const { clerk, approver, office } = desk.people;
    await step(clerk, id, "request", { ...correction, indicators: [firms] });
    await step(office, id, "grant");
    await fill(clerk, id, { [firms]: null });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept");
    const address = `/api/observations?area=liuzhou&indicator=${firms}&period=2023`;
    expect(figuresIn(await office.read(address))).toMatchObject([{ value: null, state: "not-reported" }]);
  });
  it("of a figure that is taken back leaves no adopted or verified one counting either", async () => {
    const { id: other, code: round } = await fresh({ period: "2021" });
    const { clerk, approver, office, verifier } = desk.people;
    await file(desk, other, contents);
    const verified = { state: "value", value: "1234.5", reason: null };
    await verifier.send("PUT", `${addressOf(other)}/lines/sei-output/verification`, verified, match(0));
    await step(office, other, "adopt", { lines: [{ indicator: "sei-output", basis: "verified" }] });
    await step(clerk, other, "request", { ...correction, indicators: ["sei-output"] });
    await step(office, other, "grant");
    await fill(clerk, other, { "sei-output": null });
    await step(clerk, other, "submit");
    await step(approver, other, "approve");
    await step(office, other, "accept");
    const list = figuresIn(await office.read("/api/observations?area=liuzhou&indicator=sei-output&period=2021"));
    const own = list.filter(({ source }) => source.document?.code === `report-${round}`);
    expect(own.map(({ role, value, state }) => [role, value, state]).toSorted()).toEqual([
      ["adopted", null, "not-reported"],
      ["reported", null, "not-reported"],
      ["verified", null, "not-reported"],
    ]);
  });
  it("is not answered by what the department found before it", async () => {
    const { id: other } = await fresh({ period: "2020" });
    const { clerk, approver, office, technology } = desk.people;
    await file(desk, other, contents);
    const line = `${addressOf(other)}/lines/${firms}/verification`;
    await technology.send("PUT", line, { state: "value", value: "300", reason: "剔除过期" }, match(0));
    await step(clerk, other, "request", { ...correction, indicators: [firms] });
    await step(office, other, "grant");
    await fill(clerk, other, { [firms]: "280" });
    await step(clerk, other, "submit");
    await step(approver, other, "approve");
    await step(office, other, "accept");
    const adopt = (basis: string) => attempt(office, other, ["adopt", { lines: [{ indicator: firms, basis }] }]);
    expect(await refusedAt(adopt("verified"))).toEqual([`lines.${firms} not-verified`]);
    const firmsOf = async () =>
      (await readReport(office, other)).lineItems.find(({ indicator }) => indicator.code === firms);
    expect(await firmsOf()).toMatchObject({ verification: { value: "300", stands: false }, adopted: null });
    const said = { state: "value", value: "300", reason: "剔除过期" };
    expect((await technology.send("PUT", line, said, match(1))).status).toBe(200);
    expect(await firmsOf()).toMatchObject({ verification: { value: "300", stands: true, version: 2 } });
    expect((await adopt("verified")).status).toBe(200);
    expect(await firmsOf()).toMatchObject({ adopted: { value: "300", stands: true } });
  });
  it("what the department finds after the adoption is before the office again, and a leader keeps what was adopted", async () => {
    const { id: other } = await fresh({ period: "2017" });
    const { office, technology, leader, verifier } = desk.people;
    await file(desk, other, contents);
    const say = (value: string, version: number) =>
      technology.send(
        "PUT",
        `${addressOf(other)}/lines/${firms}/verification`,
        { state: "value", value, reason: "复核" },
        match(version),
      );
    for (const [who, indicator, value] of [
      [verifier, share, "29.5"],
      [verifier, "sei-output", "1234.5"],
    ] as const) {
      const address = `${addressOf(other)}/lines/${indicator}/verification`;
      expect((await who.send("PUT", address, { state: "value", value, reason: null }, match(0))).status).toBe(200);
    }
    expect((await say("280", 0)).status).toBe(200);
    const all = ["sei-output", share, firms].map((indicator) => ({ indicator, basis: "verified" }));
    expect(await step(office, other, "adopt", { lines: all })).toMatchObject({ turn: "nobody", adopted: 3 });
    expect((await say("270", 1)).status).toBe(200);
    const report = await readReport(office, other);
    expect(report).toMatchObject({ turn: "adoption", adopted: 2 });
    const line = report.lineItems.find(({ indicator }) => indicator.code === firms);
    expect(line?.adopted).toMatchObject({ value: "280", stands: false });
    const adopted = figuresIn(await leader.read(`/api/observations?area=liuzhou&indicator=${firms}&period=2017`));
    expect(adopted.find(({ role }) => role === "adopted")?.value).toBe("280");
    await step(office, other, "adopt", { lines: [{ indicator: firms, basis: "verified" }] });
    expect(await readReport(office, other)).toMatchObject({ turn: "nobody", adopted: 3 });
  });
  it("does not stall on a check of a line that is not being corrected: it may be explained, or given back as well", async () => {
    const { id: other } = await fresh({ period: "2019" });
    const { clerk, office } = desk.people;
    await file(desk, other, contents);
    const check = {
      ...{ code: "low-output", name: "产值偏低", nameEn: null, severity: "soft", indicators: ["sei-output"] },
      rule: { kind: "range", min: "5000", minInclusive: true, max: null, maxInclusive: true },
      ...{ active: true, note: null, noteEn: null },
    };
    expect((await office.send("POST", "/api/checks", check)).status).toBe(200);
    await step(clerk, other, "request", correction);
    await step(office, other, "grant");
    await fill(clerk, other, { [share]: "25.9" });
    expect(await refusedAt(attempt(clerk, other, ["submit"]))).toEqual(["lines.sei-output explanation-needed"]);
    const { lineItems } = await readReport(clerk, other);
    const { version = 0 } = lineItems.find(({ indicator }) => indicator.code === "sei-output") ?? {};
    const explained = { state: "value", value: "1234.5", explanation: "统计范围较小" };
    const at = `${addressOf(other)}/lines/sei-output`;
    expect(await refusedAt(put(at, { ...explained, value: "1" }, version))).toEqual(["lines.sei-output line-accepted"]);
    expect((await put(at, explained, version)).status).toBe(200);
    const more = { lines: [{ indicator: firms, reason: "须一并核对" }] };
    expect(await step(office, other, "return", more)).toMatchObject({ state: "returned", cycle: 2, returned: 2 });
    expect((await step(clerk, other, "submit")).state).toBe("submitted");
    await office.send("PUT", "/api/checks/low-output", { ...check, code: undefined, active: false }, match(1));
  });
  it("a verified figure obeys what a reported one obeys", async () => {
    const { id: other } = await fresh({ period: "2018" });
    const { technology, verifier } = desk.people;
    await file(desk, other, { ...contents, [share]: "29.5" });
    const of = (who: typeof technology, indicator: string, value: string) =>
      who.send(
        "PUT",
        `${addressOf(other)}/lines/${indicator}/verification`,
        { state: "value", value, reason: null },
        match(0),
      );
    expect(await refused(of(technology, firms, "5.5"))).toEqual([422, "not-whole"]);
    expect(await refused(of(technology, firms, "-5"))).toEqual([422, "negative-count"]);
    expect((await of(verifier, share, "29.50")).status).toBe(200);
  });
  it("of a line that was left blank is possible too", async () => {
    const { id: other, code: round } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, other, { [share]: "30" });
    await step(clerk, other, "submit");
    await step(approver, other, "approve");
    await step(office, other, "accept");
    await moveRound(desk, round, "closed");
    await step(clerk, other, "request", { ...correction, indicators: [firms] });
    const granted = await step(office, other, "grant");
    expect(granted.lineItems.map(({ review }) => review)).toEqual(["accepted", "open", "returned"]);
    await fill(clerk, other, { [firms]: "311" });
    await moveRoundRefused(round);
  });
});

/** What is under way keeps the round from being archived. */
async function moveRoundRefused(code: string): Promise<void> {
  const { version } = RoundView.parse(await desk.people.office.read(`/api/rounds/${code}`));
  const archive = desk.people.office.send("PUT", `/api/rounds/${code}/state`, { state: "archived" }, match(version));
  expect(await refused(archive)).toEqual([409, "reports-under-way"]);
}
