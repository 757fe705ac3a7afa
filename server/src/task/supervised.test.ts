import type { Department } from "@yuanbiao/core/department";
import type { Versioned } from "@yuanbiao/db/nouns";
import { describe, expect, it } from "vitest";
import { heirOf, overdueDays, partIn } from "./supervised.ts";

function department(code: string, own: Partial<Department> = {}): [string, Versioned<Department>] {
  const blank = { city: "c", aliases: [], members: [], from: null, to: null, successor: null, successionBasis: null };
  const stored = { version: 1, recordedAt: "", recordedBy: "", changeReason: "first", changeNote: null } as const;
  return [code, { ...blank, code, name: code, nameEn: null, note: null, noteEn: null, ...own, ...stored }];
}
const registry = {
  departments: new Map([
    department("old", { to: "2019-01-01", successor: "newer" }),
    department("newer", { successor: "newest" }),
    department("newest"),
    department("round", { successor: "about" }),
    department("about", { successor: "round" }),
    department("group", { members: ["old", "member"] }),
    department("member"),
  ]),
};

describe("the unit that has a duty", () => {
  it.each([
    ["newest", "2026-01-01", "newest"],
    ["old", "2026-01-01", "newest"],
    ["old", "2018-12-31", "old"],
    ["old", "2019-01-01", "newest"],
    ["unknown", "2026-01-01", "unknown"],
  ])("%s on %s is %s", (code, on, heir) => expect(heirOf(registry, code, on)).toBe(heir));
  it("is found even where two name each other", () => {
    expect(["round", "about"]).toContain(heirOf(registry, "round", "2026-01-01"));
  });
});

describe("the part in a task", () => {
  const on = "2026-01-01";
  it.each([
    [["newest", "member"], "newest", "lead"],
    [["newest", "member"], "member", "with"],
    [["old"], "newest", "lead"],
    [["member", "group"], "newest", "with"],
    [["group"], "group", "lead"],
    [["group"], "unknown", null],
    [[], "member", null],
  ])("of %j is for %s: %s", (departments, unit, part) => {
    expect(partIn(registry, { departments }, { unit, on })).toBe(part);
  });
});

it.each([
  ["2020", "2020-12-31", null],
  ["2020", "2021-01-01", 0],
  ["2020", "2021-01-11", 10],
  ["2020-Q1", "2020-04-02", 1],
  [null, "2026-01-01", null],
])("a task due %s is overdue on %s since %s days", (due, on, days) => expect(overdueDays({ due }, on)).toBe(days));
