import { AuditList } from "@yuanbiao/server/audit/shape";
import { ReportView } from "@yuanbiao/server/report/shape";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  openRound,
  refused,
  step,
} from "./support/reporting.ts";
import type { Asking } from "./support/served.ts";
import { readWord } from "./support/word.ts";

const report = "2025A.liuzhou";
const paperOf = (id: string): string => `${addressOf(id)}/verification.docx`;
const [share, output, firms] = ["sei-share-above-scale", "sei-output", "valid-hitech-firms"] as const;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk, { areas: ["liuzhou"] });
});
afterAll(() => desk.close());

const read = async (who: Asking, { id = report, language = "zh-CN" } = {}) =>
  readWord(await download(who, paperOf(id), language));
const find = (who: Asking, indicator: string, [value, reason, version]: readonly [string, string | null, number]) => {
  const address = `${addressOf(report)}/lines/${indicator}/verification`;
  return good(ReportView, who.send("PUT", address, { state: "value", value, reason }, match(version)));
};

it("is not there before the office has taken the report over, and for nobody else's park at all", async () => {
  const { clerk, verifier, stranger } = desk.people;
  await fill(clerk, report, { [share]: "29" });
  for (const who of [clerk, verifier]) expect(await refused(who.ask(paperOf(report)))).toEqual([409, "not-accepted"]);
  expect(await refused(stranger.ask(paperOf(report)))).toEqual([404, "unknown-report"]);
});

it("has the reported, the verified and the adopted figure beside each other, each department its own", async () => {
  const { verifier, technology, office } = desk.people;
  await file(desk, report, { [share]: "29", [output]: "1234.5", [firms]: "300" });
  await find(verifier, share, ["28.4", "按年报数", 0]);
  await find(technology, firms, ["300", null, 0]);
  await step(office, report, "adopt", { lines: [{ indicator: share, basis: "verified" }] });
  const own = await read(verifier);
  expect(own.text).toContain("柳州市2025年数据核定表");
  expect(own.text).toContain("由市统计局对下列上报数进行核定");
  expect(own.rows.slice(1, 3).map((cells) => cells.slice(2))).toEqual([
    ["%", "29", "28.4", "28.4", "−0.6", "按年报数"],
    ["亿元", "1234.5", "", "", "", ""],
  ]);
  const others = await read(technology);
  expect(others.rows[1]?.slice(2)).toEqual(["家", "300", "300", "", "0", ""]);
  expect(others.text).not.toMatch(/28\.4|1234\.5/);
  const whole = await read(office, { language: "en" });
  expect(whole.rows.slice(1, 4).map(([, , unit]) => unit)).toEqual(["%", "CNY 100 m", "units"]);
  expect(whole.text).toContain("Liuzhou: Verification of Figures, 2025");
  const auditor = await desk.served.as("auditor");
  const { items } = AuditList.parse(await auditor.read("/api/audit?action=report-export"));
  expect(items.map(({ subject, area }) => [subject, area.code])).toContainEqual([report, "liuzhou"]);
});

it("says what was found before a correction as what it is, and leaves room for what is found now", async () => {
  const { clerk, approver, office, verifier } = desk.people;
  const because = { kind: "correction", reason: "小数点错位", until: null, changeReason: "reporting-error" };
  await step(clerk, report, "request", { ...because, indicators: [share] });
  await step(office, report, "grant");
  expect(await refused(verifier.ask(paperOf(report)))).toEqual([409, "not-accepted"]);
  await fill(clerk, report, { [share]: "31" });
  await step(clerk, report, "submit");
  await step(approver, report, "approve");
  await step(office, report, "accept");
  expect((await read(verifier)).rows[1]?.slice(3)).toEqual([
    ...["31", "", "", ""],
    "按年报数\n原核定 28.4，上报数已更正，待重新核定\n原采用 28.4，待重新采用",
  ]);
});

it("withholds a figure over fewer than three enterprises from who does not work on it", async () => {
  const { id } = await openFresh(desk, { period: "2024" });
  const { clerk, approver, office, leader } = desk.people;
  await fill(clerk, id, { [output]: { state: "value", value: "88.25", explanation: "仅两家企业", enterprises: 2 } });
  await fill(clerk, id, { [share]: "29", [firms]: "300" });
  await step(clerk, id, "submit");
  await step(approver, id, "approve");
  await step(office, id, "accept");
  await step(office, id, "adopt", { lines: [{ indicator: output, basis: "reported" }] });
  expect((await read(office, { id })).rows[2]?.slice(3, 6)).toEqual(["88.25", "", "88.25"]);
  const { rows, text } = await read(leader, { id });
  expect(rows[2]?.slice(3)).toEqual(["依法不公布", "", "", "", ""]);
  expect(text).not.toContain("88.25");
});
