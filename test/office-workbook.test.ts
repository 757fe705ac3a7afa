import { languages } from "@yuanbiao/server/language";
import { readOfficeWorkbook } from "@yuanbiao/server/workbook/read";
import type { OfficeRow, Reading, ReadLine } from "@yuanbiao/server/workbook/shape";
import { writeOfficeWorkbook } from "@yuanbiao/server/workbook/write-office";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { office, refill } from "./support/workbook.ts";

/** Each finding's code and cell, or "read". */
function short(reading: Reading<ReadLine>): string[] {
  if (reading.kind === "read") return ["read"];
  return reading.findings.map(({ code, cell }) => `${code} ${cell ?? ""}`.trim());
}

const officeRows: readonly OfficeRow[] = [
  { area: "park-a", indicator: "output", value: "1829.84", state: "value", explanation: "=1+1" },
  { area: "park-a", indicator: "high-tech", value: null, state: "not-reported", explanation: null },
  { area: "park-b", indicator: "output", value: "0", state: "value", explanation: null },
  { area: "park-b", indicator: "sei-share", value: null, state: "empty", explanation: null },
];

describe("the workbook for many areas", () => {
  it.each(languages)("in %s imports again without loss", async (language) => {
    const reading = await readOfficeWorkbook(await writeOfficeWorkbook(office, officeRows, language), office);
    expect(reading).toMatchObject({ kind: "read", lines: officeRows });
  });
  it("is read without what stands beside what was reported, and under the heading that it had before", async () => {
    const became = {
      report: "accepted",
      verified: { value: "1800" },
      adopted: { words: "原采用 1800，待重新采用" },
    } as const;
    const told = officeRows.map((row) => ({ ...row, became }));
    const bytes = await writeOfficeWorkbook(office, told, "zh-CN");
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows[3]?.slice(5)).toEqual([1829.84, "有数", "'=1+1", 1800, "原采用 1800，待重新采用", "已接收"]);
    expect(await readOfficeWorkbook(bytes, office)).toMatchObject({ kind: "read", lines: officeRows });
    for (const edits of [{ F3: "本期值" }, { I4: 5, J5: "=1", I8: 7, K8: "?" }]) {
      const reading = await readOfficeWorkbook(await refill(bytes, edits), office);
      expect(reading).toMatchObject({ kind: "read", lines: officeRows });
    }
    const reading = await readOfficeWorkbook(await refill(bytes, { F3: "采用数" }), office);
    expect(reading).toMatchObject({ findings: [{ code: "head-missing", expected: "上报数" }] });
  });
  it("gives all findings at once, each at its cell", async () => {
    const bytes = await refill(await writeOfficeWorkbook(office, officeRows, "zh-CN"), {
      A4: "park-z",
      C5: "gdp",
      F6: "…",
      A7: "park-b",
      C7: "output",
      F8: 5,
    });
    const expected = ["unknown-area A4", "unknown-row C5", "below-unit F6", "duplicate-row C7", "row-without-code A8"];
    expect(short(await readOfficeWorkbook(bytes, office))).toEqual(expected);
  });
  it("of another round or with other indicators is refused", async () => {
    const given = { ...office, round: { ...office.round, code: "R-2025" } };
    expect(short(await readOfficeWorkbook(await writeOfficeWorkbook(given, [], "zh-CN"), office))).toEqual([
      "foreign-round",
    ]);
    const fewer = { ...office, indicators: office.indicators.slice(1) };
    expect(short(await readOfficeWorkbook(await writeOfficeWorkbook(fewer, [], "zh-CN"), office))).toEqual([
      "stale-template",
    ]);
  });
  it.each(["", "yesterday", "2026-04-02"])("that says %j of when it was taken is none of ours", async (said) => {
    const bytes = await refill(await writeOfficeWorkbook(office, officeRows, "zh-CN"), {}, (_, sheets) => {
      const identity = sheets.find(({ name }) => name === "_yuanbiao")?.rows.find(([field]) => field === "version");
      identity?.splice(1, 1, said);
    });
    expect(short(await readOfficeWorkbook(bytes, office))).toEqual(["not-a-template"]);
  });
  it("of 20 000 rows tells how far it is, and never holds up the process that asked", async () => {
    const areas = Array.from({ length: 5000 }, (_, at) => ({ code: `park-${at}`, name: `园区${at}` }));
    const large = { ...office, areas };
    const rows = areas.flatMap(({ code }, at) =>
      office.indicators.map(
        ({ code: indicator }): OfficeRow => ({
          area: code,
          indicator,
          value: `${at}`,
          state: "value",
          explanation: null,
        }),
      ),
    );
    const bytes = await writeOfficeWorkbook(large, rows, "zh-CN");
    const shares: number[] = [];
    const begin = performance.now();
    let [longest, last] = [0, begin];
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const reading = await readOfficeWorkbook(bytes, large, { onProgress: ({ share }) => void shares.push(share) });
    clearInterval(pulse);
    const whole = performance.now() - begin;
    expect(reading.kind === "read" && reading.lines.length).toBe(20_000);
    expect(reading).toMatchObject({ lines: rows });
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    // Read in this thread, it would have been held up for nearly all of it.
    expect(longest / whole).toBeLessThan(0.5);
  });
  it("can be abandoned", async () => {
    const bytes = await writeOfficeWorkbook(office, officeRows, "zh-CN");
    await expect(readOfficeWorkbook(bytes, office, { signal: AbortSignal.abort(new Error("gone")) })).rejects.toThrow(
      "gone",
    );
    const again = await readOfficeWorkbook(bytes, office);
    expect(again.kind).toBe("read");
  });
});
