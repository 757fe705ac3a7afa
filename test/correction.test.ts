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
