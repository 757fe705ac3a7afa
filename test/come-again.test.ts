import { CheckView } from "@yuanbiao/server/check/shape";
import { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import type { ReportView } from "@yuanbiao/server/report/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  fill,
  good,
  match,
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

const [share, output, firms] = ["sei-share-above-scale", "sei-output", "valid-hitech-firms"];
const said = (content: unknown) => ({ state: "value", value: content });
const befores = ({ lineItems }: ReportView) =>
  Object.fromEntries(lineItems.map(({ indicator, before }) => [indicator.code, before]));

describe("a report that comes again", () => {
  it("tells each reader what its lines said when they were sent it before, also lines that nobody gave back", async () => {
    const { id } = await openFresh(desk);
    const { clerk, approver, office } = desk.people;
    await fill(clerk, id, { [share]: "29.5", [output]: "1234.5", [firms]: "310" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(befores(await readReport(office, id))).toEqual({ [share]: null, [output]: null, [firms]: null });
    await step(office, id, "return", { lines: [{ indicator: firms, reason: "与名录不符" }] });
    await fill(clerk, id, { [firms]: "308", [output]: "1240" });
    // The office sees the report as it was sent until it is sent again.
    expect(befores(await readReport(office, id))).toEqual({ [share]: null, [output]: null, [firms]: null });
    await step(clerk, id, "submit");
    expect(befores(await readReport(approver, id))).toMatchObject({
      ...{ [share]: null, [output]: said("1234.5"), [firms]: said("310") },
    });
    // The park's own return in between is not the office's: it compares with what it was sent.
    await step(approver, id, "return", { reason: "再核一次" });
    await fill(clerk, id, { [firms]: "307", [output]: "1234.5" });
    await step(clerk, id, "submit");
    expect(befores(await readReport(approver, id))).toMatchObject({
      ...{ [share]: null, [output]: said("1240"), [firms]: said("308") },
    });
    await step(approver, id, "approve");
    expect(befores(await readReport(office, id))).toMatchObject({
      ...{ [share]: null, [output]: null, [firms]: said("310") },
    });
  });
});

describe("the source of a figure that was reported", () => {
  it("names the report, what else its line said, and the person; a reason stands where a department was passed over", async () => {
    const { id, code } = await openFresh(desk, { period: "2022" });
    const { clerk, approver, office, verifier } = desk.people;
    await fill(clerk, id, { [share]: "29.5", [output]: "1234.5", [firms]: "310" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept");
    const verified = { state: "value", value: "1200", reason: "剔除重复" };
    await verifier.send("PUT", `${addressOf(id)}/lines/${output}/verification`, verified, match(0));
    const lines = [output, firms].map((indicator) => ({ indicator, basis: "reported" }));
    await step(office, id, "adopt", { lines, reason: "企业已补证" });
    const figures = async (indicator: string) =>
      ObservationList.parse(
        await office.read(`/api/observations?area=liuzhou&indicator=${indicator}&period=2022&limit=1000`),
      ).items.filter(({ source }) => source.document.code === `report-${code}`);
    const sourceOf = async (indicator: string) => {
      const adopted = (await figures(indicator)).find(({ role }) => role === "adopted");
      return ObservationVersions.parse(await office.read(`/api/observations/${adopted?.id}/versions`));
    };
    const overruled = await sourceOf(output);
    expect(overruled).toMatchObject({ report: id, items: [{ value: "1234.5", note: "企业已补证" }] });
    expect(overruled.sameLine.map(({ role, value }) => `${role} ${value}`).toSorted()).toEqual([
      "reported 1234.5",
      "verified 1200",
    ]);
    expect(overruled.items[0]?.by).toMatch(/^测试 /);
    // The reason was about the other line.
    expect((await sourceOf(firms)).items[0]?.note).toBeNull();
    const known = ObservationVersions.parse(await office.read("/api/observations/001-006/versions"));
    expect([known.report, known.sameLine]).toEqual([null, []]);
  });
});

describe("figures that are adopted together", () => {
  const relation = {
    ...{
      code: "new-within-all",
      name: "高企与产值",
      nameEn: "Firms and output",
      active: true,
      note: null,
      noteEn: null,
    },
    ...{ severity: "hard", indicators: [] },
    rule: {
      ...{ kind: "relation", comparator: "<=" },
      left: [{ indicator: firms, coefficient: "1", unitFactor: "1", moment: "this" }],
      right: [{ indicator: output, coefficient: "1", unitFactor: null, moment: "this" }],
    },
  };
  it("must fit together as checks have it, or a reason is given, which stands at those lines", async () => {
    const { id } = await openFresh(desk, { period: "2021" });
    const { clerk, approver, office, verifier } = desk.people;
    await good(CheckView, office.send("POST", "/api/checks", relation));
    await fill(clerk, id, { [share]: "29.5", [output]: "1234.5", [firms]: "310" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept");
    // The department finds less output than there are firms: neither figure is wrong by itself.
    const verified = { state: "value", value: "200", reason: "剔除重复" };
    await verifier.send("PUT", `${addressOf(id)}/lines/${output}/verification`, verified, match(0));
    await step(office, id, "adopt", { lines: [{ indicator: firms, basis: "reported" }] });
    const lines = [
      { indicator: output, basis: "verified" },
      { indicator: share, basis: "reported" },
    ];
    expect(await refused(attempt(office, id, ["adopt", { lines }]))).toEqual([422, "adoption-contradicts"]);
    expect(await refusedAt(attempt(office, id, ["adopt", { lines }]))).toEqual([
      `lines.${output} relation-broken`,
      `lines.${firms} relation-broken`,
    ]);
    const done = await step(office, id, "adopt", { lines, reason: "按核定" });
    expect(done.lineItems.map(({ adopted }) => adopted?.value ?? null)).toContain("200");
    const noted = ObservationList.parse(
      await office.read("/api/observations?area=liuzhou&period=2021&limit=1000"),
    ).items.filter(({ role, source }) => role === "adopted" && source.document.code.startsWith("report-"));
    expect(Object.fromEntries(noted.map(({ indicator, note }) => [indicator.code, note]))).toEqual({
      ...{ [firms]: null, [share]: null, [output]: "按核定" },
    });
  });
});
