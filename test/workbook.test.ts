import { languages } from "@yuanbiao/server/language";
import { findingText } from "@yuanbiao/server/text/finding";
import { interpretTemplate } from "@yuanbiao/server/workbook/interpret-template";
import { readTemplate } from "@yuanbiao/server/workbook/read";
import type { Finding, Reading, ReadLine, TemplateForm } from "@yuanbiao/server/workbook/shape";
import { writeOfficeWorkbook } from "@yuanbiao/server/workbook/write-office";
import { writeTemplate } from "@yuanbiao/server/workbook/write-template";
import { describe, expect, it } from "vitest";
import { type Edit, form, office, refill } from "./support/workbook.ts";

type Case = readonly [name: string, edits: Readonly<Record<string, Edit>>, expected: readonly string[]];

/** A reading in short: value, state or blank of each line, or each finding's code and cell. */
function short(reading: Reading<ReadLine>): string[] {
  if (reading.kind === "refused") return reading.findings.map(({ code, cell }) => `${code} ${cell ?? ""}`.trim());
  return reading.lines.map(({ value, state }) => value ?? state);
}

/** Without a thread, which takes a quarter of a second to start; what it reads is the same. */
const readHere = (bytes: Uint8Array, expected: TemplateForm): Promise<Reading<ReadLine>> =>
  interpretTemplate(bytes, expected, () => {});

/** Every finding must be a sentence in both languages, whatever the code. */
function expectSentences(findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const language of languages) expect(findingText(language, finding)).toMatch(/^.{6,}[。.]$/);
  }
}

async function readFilled(
  edits: Readonly<Record<string, Edit>>,
  change?: Parameters<typeof refill>[2],
): Promise<Reading<ReadLine>> {
  const reading = await readHere(await refill(await writeTemplate(form, "zh-CN"), edits, change), form);
  if (reading.kind === "refused") expectSentences(reading.findings);
  return reading;
}

const understood: readonly Case[] = [
  ["full-width digits", { H8: "１，８２９．８４" }, ["1829.84", "empty", "empty", "empty"]],
  ["a unit typed into the cell", { H8: "1,829.84亿元", H11: "1.2亿美元" }, ["1829.84", "empty", "empty", "12000"]],
  ["another multiple of the unit", { H8: "18298400万元" }, ["1829.84", "empty", "empty", "empty"]],
  ["percent as text", { H9: "29%" }, ["empty", "29", "empty", "empty"]],
  [
    "percent as a format",
    { H9: { value: 0.29, type: "number", style: { numFmt: "0%" } } },
    ["empty", "29", "empty", "empty"],
  ],
  [
    "a unit as a format",
    { H8: { value: 18298400, type: "number", style: { numFmt: '0.00"万元"' } } },
    ["1829.84", "empty", "empty", "empty"],
  ],
  ["a dash", { H8: "—", H9: "－" }, ["not-applicable", "not-applicable", "empty", "empty"]],
  ["states alone", { I8: "未报", I9: "不适用 not applicable" }, ["not-reported", "not-applicable", "empty", "empty"]],
  [
    "a formula with its result",
    { H8: { type: "formula", formula: "1+2", formulaResult: 3, value: 3 } },
    ["3", "empty", "empty", "empty"],
  ],
  ["trailing blanks", { H8: " 12.5\u3000\u00a0", H9: "  ", I8: "有数 " }, ["12.5", "empty", "empty", "empty"]],
  ["a sum that Excel shows as 0.3", { H8: 0.1 + 0.2 }, ["0.3", "empty", "empty", "empty"]],
  ["zero", { H8: 0, H10: "0" }, ["0", "empty", "0", "empty"]],
  ["something beside the form", { L9: "备注", P9: 5 }, ["empty", "empty", "empty", "empty"]],
];

const refusedCases: readonly Case[] = [
  ["the ellipsis", { H8: "…" }, ["below-unit H8"]],
  [
    "a formula without its result",
    { H8: { type: "formula", formula: "1+2", value: null } },
    ["formula-without-value H8"],
  ],
  ["an error value", { H8: { type: "error", value: "#REF!" } }, ["error-value H8"]],
  [
    "a number that Excel made a date",
    { H8: { value: new Date("2026-03-01T00:00:00Z"), type: "date", style: { numFmt: "m-d" } } },
    ["date-not-number H8"],
  ],
  ["a truth value", { H8: true }, ["boolean-value H8"]],
  ["another currency", { H8: "100万美元" }, ["unit-differs H8"]],
  [
    "percent where the unit is money",
    { H8: { value: 0.29, type: "number", style: { numFmt: "0.00%" } } },
    ["unit-differs H8"],
  ],
  ["a scaled format", { H8: { value: 1829840, type: "number", style: { numFmt: "0.00," } } }, ["scaled-format H8"]],
  ["half an enterprise", { H10: 300.5 }, ["not-whole H10"]],
  ["a state that nobody knows", { I8: "大概有" }, ["unknown-state I8"]],
  ["a state without its value", { I8: "有数" }, ["value-missing H8"]],
  ["a value beside 未报", { H8: 5, I8: "未报" }, ["state-contradicts-value I8"]],
  ["a duplicate row", { A9: "output" }, ["duplicate-row A9", "missing-row"]],
  ["a row of another form", { A9: "gdp" }, ["unknown-row A9", "missing-row"]],
  ["figures on a row without a code", { A9: "", H9: 5 }, ["row-without-code A9", "missing-row"]],
  ["a changed heading", { H6: "数值" }, ["head-missing"]],
  ["an error as explanation", { J8: { type: "error", value: "#N/A" } }, ["unreadable-explanation J8"]],
  ["an endless explanation", { J8: "很".repeat(2001) }, ["explanation-too-long J8"]],
  [
    "everything at once",
    { H8: "约1800", H9: "abc", H10: "1.5", I11: "?" },
    ["qualified-number H8", "not-a-number H9", "not-whole H10", "unknown-state I11"],
  ],
];

describe("a filled template", () => {
  it.each(understood)("with %s is understood", async (_, edits, expected) => {
    expect(short(await readFilled(edits))).toEqual(expected);
  });
  it.each(refusedCases)("with %s is refused at its cell", async (_, edits, expected) => {
    expect(short(await readFilled(edits))).toEqual(expected);
  });
  it("with merged inputs is refused at the first of them; merged notes harm nobody", async () => {
    const merge = { startRow: 7, endRow: 8, startCol: 7, endCol: 7 };
    const merged = await readFilled({ H8: 5 }, (sheet) => void sheet.merges?.push(merge));
    expect(short(merged)).toEqual(["merged-input H8"]);
    expect(merged).toMatchObject({ findings: [{ found: "H8:H9", sheet: "填报表" }] });
  });
  it("with rows inserted and moved is read by its codes", async () => {
    const reading = await readFilled({ H8: 1, H11: 4 }, (sheet) => {
      sheet.rows.splice(8, 0, [], []);
      sheet.cells?.clear();
      const [first = []] = sheet.rows.splice(7, 1);
      sheet.rows.splice(12, 0, first);
      sheet.merges = [];
    });
    expect(reading.kind === "read" && reading.lines.map((line) => [line.indicator, line.value])).toEqual([
      ["sei-share", null],
      ["high-tech", null],
      ["fdi", "4"],
      ["output", "1"],
    ]);
  });
});

const other = (change: Partial<TemplateForm>): TemplateForm => ({ ...form, ...change });
const [firstLine] = form.lines;
const strangers: readonly (readonly [name: string, given: TemplateForm, expected: Partial<Finding>])[] = [
  [
    "another area",
    other({ area: { code: "park-b", name: "乙园区" } }),
    { code: "foreign-area", found: "park-b", expected: "park-a" },
  ],
  [
    "another round",
    other({ round: { ...form.round, code: "R-2025-Q4" } }),
    { code: "foreign-round", found: "R-2025-Q4", expected: "R-2026-Q1" },
  ],
  ["an older version of the report", other({ version: 2 }), { code: "stale-template", found: "2", expected: "3" }],
  [
    "other calibers",
    other({ lines: form.lines.map((line) => (line === firstLine ? { ...line, caliber: "全口径" } : line)) }),
    { code: "stale-template" },
  ],
];

describe("a template", () => {
  it.each(strangers)("of %s is refused in one sentence", async (_, given, expected) => {
    const reading = await readTemplate(await writeTemplate(given, "zh-CN"), form);
    expect(reading).toMatchObject({ kind: "refused", findings: [expected] });
    if (reading.kind === "refused") expectSentences(reading.findings);
  });
  it("is not stale because a name or a last period's figure changed", async () => {
    const lines = form.lines.map((line) => ({
      ...line,
      previous: "7",
      indicator: { ...line.indicator, name: "新名" },
    }));
    const reading = await readTemplate(await writeTemplate(other({ lines }), "zh-CN"), form);
    expect(reading.kind).toBe("read");
  });
  it("downloaded in one language is accepted in the other", async () => {
    const named = (caliber: string) =>
      other({ lines: form.lines.map((line) => ({ ...line, caliber, caliberCode: "above-scale" })) });
    const reading = await readHere(await writeTemplate(named("Above scale"), "en"), named("规上"));
    expect(reading.kind).toBe("read");
  });
  it("without its form sheet, and any other workbook, says so", async () => {
    expect(short(await readFilled({}, (sheet) => void Object.assign(sheet, { name: "Sheet1" })))).toEqual([
      "wrong-sheet",
    ]);
    expect(short(await readFilled({}, (_, sheets) => void sheets.pop()))).toEqual(["not-a-template"]);
    const many = await writeOfficeWorkbook(office, [], "zh-CN");
    expect(short(await readTemplate(many, form))).toEqual(["other-template"]);
  });
});

/** Texts that a spreadsheet would run, and texts that look like what becomes of them. */
const explanations = [
  "=1+1",
  "+1",
  "-好转",
  "@SUM(A1)",
  "\t=1",
  "\r\n=1",
  "'=1",
  "''=1",
  "'引'",
  "＝1",
  "a=1",
  "第一行\n第二行",
  "_x000D_",
  "_x005F_x000D_",
  " 前后有空格 ",
];
const filledLines = (explanation: string): TemplateForm["lines"] =>
  form.lines.map((line, at): TemplateForm["lines"][number] => {
    const values = ["1234567890123.123456", "29.5", null, "-0.000001"];
    const value = values[at] ?? null;
    return { ...line, value, state: value === null ? "not-applicable" : "value", explanation };
  });

describe("an export", () => {
  it.each(languages)("in %s imports again without loss", async (language) => {
    for (const explanation of explanations) {
      const given = other({ lines: filledLines(explanation) });
      const reading = await readHere(await writeTemplate(given, language), given);
      const expected = given.lines.map(({ indicator: { code }, value, state }) => ({
        indicator: code,
        value,
        state,
        explanation,
      }));
      expect(reading).toMatchObject({ kind: "read", lines: expected });
    }
  });
  it.each(languages)("in %s with what became of its figures is read without it", async (language) => {
    const given = other({ lines: filledLines("好") });
    const lines = new Map([["output", { verified: { value: "7" }, adopted: { words: "原采用 7，待重新采用" } }]]);
    const bytes = await writeTemplate(given, language, { report: "accepted", lines });
    const plain = await readHere(await writeTemplate(given, language), given);
    expect(plain.kind).toBe("read");
    expect(await readHere(bytes, given)).toEqual(plain);
  });
  it("has no text that a spreadsheet would run, and no formula", async () => {
    const { readXlsx } = await import("hucre/xlsx");
    for (const explanation of explanations) {
      const bytes = await writeTemplate(
        other({ area: { code: "park-a", name: explanation }, lines: filledLines(explanation) }),
        "en",
      );
      const { sheets } = await readXlsx(bytes);
      for (const sheet of sheets) {
        expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
        const texts = sheet.rows.flat().filter((value) => typeof value === "string");
        expect(texts.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
      }
    }
  });
});
