import { setTimeout as sleep } from "node:timers/promises";
import { CheckView } from "@yuanbiao/server/check/shape";
import { ReportView, Uploaded } from "@yuanbiao/server/report/shape";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  type Desk,
  download,
  dump,
  fill,
  good,
  match,
  openDesk,
  openRound,
  readReport,
  refusal,
  refused,
  refusedAt,
  sendFile,
  step,
} from "./support/reporting.ts";
import { type Edit, refill } from "./support/workbook.ts";
import { packZeros, type ZipEntry, zip } from "./support/zip.ts";

const id = "2025A.liuzhou";
const at = `${addressOf(id)}/upload`;
const template = `${addressOf(id)}/template.xlsx`;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk);
  await openRound(desk, { code: "2024A", name: "2024年年报", period: "2024" });
});
afterAll(() => desk.close());

async function filled(edits: Readonly<Record<string, Edit>>, change?: Parameters<typeof refill>[2]) {
  return refill(await download(desk.people.clerk, template), edits, change);
}
const upload = (bytes: Uint8Array, language = "zh-CN") =>
  sendFile(desk.people.clerk, at, bytes, { headers: { "accept-language": language } });
const stored = async (): Promise<(string | null)[]> =>
  (await readReport(desk.people.clerk, id)).lineItems.map(
    ({ value, state }) => value ?? (state === "empty" ? null : state),
  );
/** Lines without anything, whatever a test before left in them. */
const clear = () =>
  fill(desk.people.clerk, id, { "sei-share-above-scale": null, "sei-output": null, "valid-hitech-firms": null });

describe("a template", () => {
  it.each([
    ["zh-CN", "zh-CN", "zh-CN"],
    ["en", "en", "en"],
    ["en", "zh-CN", "downloaded in English, uploaded in Chinese"],
    ["zh-CN", "en", "downloaded in Chinese, uploaded in English"],
  ])("given out in %s and sent back in %s is stored exactly, with its explanations", async (given, sent) => {
    await clear();
    const blank = await download(desk.people.clerk, template, given);
    const explanation = "=剔除重复统计，\n见附件";
    const bytes = await refill(blank, { H8: 29.5, J8: explanation, H9: "1234567890123.123456", I10: "不适用" });
    const { stored: count, report } = await good(Uploaded, upload(bytes, sent));
    expect(count).toBe(3);
    expect(report.lineItems.map(({ value, state }) => [value, state])).toEqual([
      ["29.5", "value"],
      ["1234567890123.123456", "value"],
      [null, "not-applicable"],
    ]);
    expect(report.lineItems[0]?.explanation).toBe(explanation);
  });
  it("that is sent back as it was downloaded changes nothing", async () => {
    await fill(desk.people.clerk, id, { "sei-share-above-scale": "29.5", "sei-output": "1234.5" });
    const before = dump(desk.served);
    const { stored: count } = await good(Uploaded, upload(await download(desk.people.clerk, template, "en")));
    expect(count).toBe(0);
    expect(dump(desk.served)).toBe(before);
  });
  it("knows who filled in between: an edit in the form makes it stale", async () => {
    await clear();
    const bytes = await filled({ H8: 20 });
    await fill(desk.people.clerk, id, { "sei-share-above-scale": "21" });
    expect(await refusedAt(upload(bytes))).toEqual(["file stale-template"]);
    expect((await stored())[0]).toBe("21");
  });
  it("of two uploads at once one is stored, whole", async () => {
    await clear();
    const [one, other] = [await filled({ H8: 11, H9: 11, H10: 11 }), await filled({ H8: 12, H9: 12, H10: 12 })];
    const answers = await Promise.all([upload(one), upload(other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(new Set(await stored()).size).toBe(1);
  });
  it("is no way around the state of a report: an upload while it is handed in stores nothing", async () => {
    await clear();
    await fill(desk.people.clerk, id, { "sei-output": "5" });
    const { version } = await readReport(desk.people.clerk, id);
    const bytes = await filled({ H9: 6 });
    const late = upload(bytes);
    // While the file is being read, in a thread that takes longer than this to start.
    await sleep(80);
    await good(ReportView, desk.people.clerk.send("POST", `${addressOf(id)}/submit`, {}, match(version)));
    expect([409, 412]).toContain((await late).status);
    expect((await stored())[1]).toBe("5");
    expect(await refused(upload(bytes))).toEqual([409, "report-not-open"]);
    await step(desk.people.approver, id, "return", { reason: "再核" });
  });
});

type Case = readonly [name: string, edits: Readonly<Record<string, Edit>>, expected: readonly (string | null)[]];
const understood: readonly Case[] = [
  ["full-width digits", { H9: "１，８２９．８４" }, [null, "1829.84", null]],
  ["1,829.84亿元", { H9: "1,829.84亿元" }, [null, "1829.84", null]],
  ["万元", { H9: "18298400 万元" }, [null, "1829.84", null]],
  ["a percent sign", { H8: "29.5%" }, ["29.5", null, null]],
  ["a percent format", { H8: { value: 0.295, type: "number", style: { numFmt: "0.0%" } } }, ["29.5", null, null]],
  ["a dash", { H9: "—" }, [null, "not-applicable", null]],
  ["trailing blanks", { H9: " 12.5\u3000\u00a0" }, [null, "12.5", null]],
  [
    "a formula with its result",
    { H9: { type: "formula", formula: "1+2", formulaResult: 3, value: 3 } },
    [null, "3", null],
  ],
];

/** Of each torture file the first field with its code; `one` where it is the only one. */
const torture: readonly (readonly [name: string, bytes: () => Promise<Uint8Array>, expected: readonly string[]])[] = [
  ["the ellipsis", () => filled({ H9: "…" }), ["填报表!H9 below-unit"]],
  [
    "a formula without its result",
    () => filled({ H9: { type: "formula", formula: "1+2", value: null } }),
    ["填报表!H9 formula-without-value"],
  ],
  [
    "a date as a number",
    () => filled({ H9: { value: new Date("2026-03-01T00:00:00Z"), type: "date", style: { numFmt: "m-d" } } }),
    ["填报表!H9 date-not-number"],
  ],
  [
    "merged inputs",
    () => filled({ H8: 5 }, (sheet) => void sheet.merges?.push({ startRow: 7, endRow: 8, startCol: 7, endCol: 7 })),
    ["填报表!H8 merged-input"],
  ],
  ["a wrong sheet", () => filled({}, (sheet) => void Object.assign(sheet, { name: "Sheet1" })), ["file wrong-sheet"]],
  ["a duplicate row", () => filled({ A9: "sei-share-above-scale" }), ["填报表!A9 duplicate-row", "填报表 missing-row"]],
  ["half a firm", () => filled({ H10: 300.5 }), ["填报表!H10 not-whole"]],
  ["fewer firms than none", () => filled({ H10: -3 }), ["填报表!H10 negative-count"]],
  ["a figure too large", () => filled({ H9: "12345678901234" }), ["填报表!H9 too-large"]],
  [
    "everything at once",
    () => filled({ H8: "约30", H9: "abc", H10: "1.5", I10: "?" }),
    ["填报表!H8 qualified-number", "填报表!H9 not-a-number", "填报表!I10 unknown-state", "填报表!H10 not-whole"],
  ],
  [
    "a foreign template",
    async () => writeXlsx({ sheets: [{ name: "填报表", rows: [["指标代码", "本期值"]] }] }),
    ["file not-a-template"],
  ],
  [
    "the template of another area",
    () => download(desk.people.stranger, `${addressOf("2025A.liuzhou-hitech")}/template.xlsx`),
    ["file foreign-area"],
  ],
  [
    "the template of another round",
    () => download(desk.people.clerk, `${addressOf("2024A.liuzhou")}/template.xlsx`),
    ["file foreign-round"],
  ],
  [
    "the workbook for many areas",
    () => download(desk.people.clerk, "/api/rounds/2025A/workbook.xlsx"),
    ["file other-template"],
  ],
  ["a truncated file", async () => (await filled({ H9: 5 })).slice(0, 3000), ["file damaged-file"]],
  [
    "an old .xls under another name",
    async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
    ["file old-excel"],
  ],
  [
    "macros",
    () => writeXlsx({ sheets: [{ name: "填报表", rows: [[1]] }], vbaProject: new TextEncoder().encode("macro") }),
    ["file macro-workbook"],
  ],
  ["an empty file", async () => new Uint8Array(), ["file empty-file"]],
  ["a page", async () => new TextEncoder().encode("<html><table><tr><td>5"), ["file not-a-workbook"]],
  ["a bomb of one gigabyte", bomb, ["file inflates-too-much"]],
];

async function bomb(): Promise<Uint8Array> {
  const { packed, checksum } = await packZeros(1 << 30);
  const types: ZipEntry = { name: "[Content_Types].xml", content: "<Types/>" };
  const sheet = { name: "xl/worksheets/sheet1.xml", content: "", packed, checksum, declared: 1 << 30 };
  return zip([types, { name: "xl/workbook.xml", content: "<workbook/>" }, sheet]);
}

describe("what people write into cells", () => {
  it.each(understood)("%s is understood", async (_, edits, expected) => {
    await clear();
    await good(Uploaded, upload(await filled(edits)));
    expect(await stored()).toEqual(expected);
  });
});

describe("a file that cannot be taken", () => {
  it.each(torture)("%s: one readable answer, and nothing is stored", async (_, make, expected) => {
    const bytes = await make();
    const before = dump(desk.served);
    const { status, problem } = await refusal(upload(bytes));
    expect([status, problem.code]).toEqual([422, "upload-refused"]);
    expect((problem.errors ?? []).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
    expect(dump(desk.served)).toBe(before);
  });
  it("is refused in English where English is asked for", async () => {
    const { problem } = await refusal(upload(await filled({ H8: "约30", H9: "abc" }), "en"));
    expect(problem.errors?.map(({ detail }) => detail)).toEqual([
      'Write the number alone, the rest as an explanation: "约30".',
      'This is not a number: "abc".',
    ]);
  });
  it.each([
    [
      "of another area",
      () => download(desk.people.stranger, `${addressOf("2025A.liuzhou-hitech")}/template.xlsx`),
      ["这是“柳州高新区（liuzhou-hitech）”的模板，不是“柳州市（liuzhou）”的。"],
    ],
    [
      "of another round",
      () => download(desk.people.clerk, `${addressOf("2024A.liuzhou")}/template.xlsx`),
      ["这是填报任务“2024年年报（2024A）”的模板，不是“2025年年报（2025A）”的。"],
    ],
    [
      "with a row too many and one too few",
      () => filled({ A9: "sei-share-above-scale" }),
      [
        "“战略性新兴产业占规上工业总产值比重（sei-share-above-scale）”出现了两次，先前一次在 A8。",
        "缺少指标“战略性新兴产业产值（sei-output）”的行。没有数请填“未报”，不要删除行。",
      ],
    ],
    ["with a row that nobody knows", () => filled({ A9: "gdpp" }), ["本表没有指标“gdpp”。", null]],
  ] as const)("%s is told by names, not by codes alone", async (_, make, expected) => {
    const { problem } = await refusal(upload(await make()));
    const told = problem.errors?.map(({ detail }) => detail) ?? [];
    expect(told).toEqual(expected.map((sentence, at) => sentence ?? told[at]));
  });
  it("that is larger than any form, or is no file at all, is refused", async () => {
    const before = dump(desk.served);
    const said = { "content-length": String(22 * 1024 * 1024) };
    expect(await refused(sendFile(desk.people.clerk, at, new Uint8Array(), { headers: said }))).toEqual([
      413,
      "too-large",
    ]);
    expect(await refusedAt(upload(new Uint8Array(6 * 1024 * 1024).fill(80)))).toEqual(["file file-too-large"]);
    const form = new FormData();
    form.set("file", "text");
    expect(await refused(desk.people.clerk.ask(at, { method: "POST", body: form }))).toEqual([400, "file-needed"]);
    expect(dump(desk.served)).toBe(before);
  });
  it("of somebody who does not file for the area is refused", async () => {
    const bytes = await filled({ H9: 5 });
    expect(await refused(sendFile(desk.people.stranger, at, bytes))).toEqual([404, "unknown-report"]);
    expect(await refused(sendFile(desk.people.approver, at, bytes))).toEqual([403, "forbidden"]);
    expect(await refused(sendFile(desk.people.office, at, bytes))).toEqual([403, "forbidden"]);
  });
});

const limit = {
  ...{ code: "share-range", name: "比重在0至100之间", nameEn: "Share between 0 and 100", severity: "hard" },
  indicators: ["sei-share-above-scale"],
  rule: { kind: "range", min: "0", minInclusive: true, max: "100", maxInclusive: true },
  ...{ active: true, note: null, noteEn: null },
};

describe("checks on an upload", () => {
  it("hard ones refuse all of it, at their cells and by their names", async () => {
    await good(CheckView, desk.people.office.send("POST", "/api/checks", limit));
    await clear();
    const before = dump(desk.served);
    const bytes = await filled({ H8: 129.5, H9: 7 });
    const { status, problem } = await refusal(upload(bytes));
    expect([status, problem.code]).toEqual([422, "upload-refused"]);
    expect(problem.errors).toMatchObject([{ field: "填报表!H8", code: "above-max" }]);
    expect(problem.detail).toBe("“比重在0至100之间”：本期值 129.5 应不大于 100。");
    expect((await refusal(upload(bytes, "en"))).problem.detail).toBe(
      "Share between 0 and 100: the figure 129.5 should be at most 100.",
    );
    expect(dump(desk.served)).toBe(before);
  });
  it("soft ones are asked for later, in the form", async () => {
    const soft = { ...limit, code: "share-soft", severity: "soft", rule: { ...limit.rule, max: "50" } };
    await good(CheckView, desk.people.office.send("POST", "/api/checks", soft));
    await clear();
    const { report } = await good(Uploaded, upload(await filled({ H8: 60 })));
    expect(report.findings).toMatchObject([{ code: "above-max", severity: "soft", explained: false }]);
  });
});

describe("a line that the office has accepted", () => {
  it("stays as it is: the same figure is good, another one is refused at its cell", async () => {
    const { clerk, approver, office } = desk.people;
    await clear();
    await fill(clerk, id, { "sei-output": "7", "valid-hitech-firms": "300" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept-lines", { indicators: ["sei-output"] });
    await step(office, id, "return", { lines: [{ indicator: "sei-share-above-scale", reason: "缺数" }] });
    const before = dump(desk.served);
    expect(await refusedAt(upload(await filled({ H8: 30, H9: 8 })))).toEqual(["填报表!H9 line-accepted"]);
    expect(dump(desk.served)).toBe(before);
    const { stored: count } = await good(Uploaded, upload(await filled({ H8: 30 })));
    expect(count).toBe(1);
    expect(await stored()).toEqual(["30", "7", "300"]);
    expect(ReportView.parse(await clerk.read(addressOf(id))).state).toBe("returned");
  });
  it("a workbook without its identity says so, whatever else it holds", async () => {
    const { sheets } = await readXlsx(await download(desk.people.clerk, template));
    const [first] = sheets;
    const bytes = await writeXlsx({ sheets: [{ name: "填报表", rows: first?.rows ?? [] }] });
    expect(await refusedAt(upload(bytes))).toEqual(["file not-a-template"]);
  });
});
