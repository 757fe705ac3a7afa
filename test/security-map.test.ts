import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const security = readFileSync(join(root, "SECURITY.md"), "utf8");
const section = (title: string): string => security.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
const testsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+(?:\.test\.ts|\/contract\/\w+\.ts))`/g)].map(([, path]) => path ?? "");
const plainly = /left to the installation|not applicable|not met/;

/** The cells of each row of a section's table. */
function rowsOf(title: string): string[][] {
  const lines = section(title)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe.each([
  ["等保 2.0", 4],
  ["OWASP ASVS", 3],
])("the map of %s", (title, width) => {
  const rows = rowsOf(title);
  it("has the same cells in every row, and none is empty", () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row, row.join(" | ")).toHaveLength(width);
      expect(
        row.every((cell) => cell !== ""),
        row.join(" | "),
      ).toBe(true);
    }
  });
  it("shows each item by a test, or says plainly that it is not the application's or not met", () => {
    for (const row of rows) {
      const shown = row.at(-1) ?? "";
      expect(testsIn(shown).length > 0 || plainly.test(shown), row[0]).toBe(true);
    }
  });
  it("names only tests that are there", () => {
    const files = testsIn(section(title));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  });
});

describe("SECURITY.md", () => {
  it("has every clause of the second level that concerns an application", () => {
    const clauses = new Set(rowsOf("等保 2.0").map(([clause]) => clause?.split(" ")[0]));
    const wanted = Array.from({ length: 10 }, (_, at) => `7.1.4.${at + 1}`);
    expect([...clauses]).toEqual([...wanted, "7.1.5.1", "7.1.5.2"]);
  });
  it("has every chapter of the ASVS", () => {
    const named = rowsOf("OWASP ASVS").map(([cell]) => /^V(\d+)/.exec(cell ?? "")?.[1]);
    expect([...new Set(named)]).toEqual(Array.from({ length: 17 }, (_, at) => String(at + 1)));
  });
  it("shows each claim of what holds by a test that is there", () => {
    const rows = rowsOf("What holds today");
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row, row.join(" | ")).toHaveLength(3);
      const files = testsIn(row[2] ?? "");
      expect(files.length, row[0]).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
    }
  });
  it("says what is left to the installation, how to report, and how updates come", () => {
    expect(rowsOf("Left to the installation").length).toBeGreaterThan(8);
    expect(section("How to report")).toMatch(/private[\s\S]*update/);
  });
});
