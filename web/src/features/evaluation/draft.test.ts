import { expect, it } from "vitest";
import type { Area } from "../../api.ts";
import { blankRun, bodyOf, candidatesOf, isWritten, proposeMembers, refitMembers } from "./draft.ts";

const area = (code: string, kind: Area["kind"], more: Partial<Area> = {}): Area => ({
  ...{ code, name: code, kind, city: { code: "lz", name: "" }, aliases: [], openEnded: false, from: null, to: null },
  ...{ department: null, parents: [], members: [], targets: 0, note: null, version: 1, recordedAt: "" },
  ...more,
});
const areas = [
  area("lz", "city"),
  area("a", "park"),
  area("zone", "zone"),
  area("b", "park"),
  area("old", "park", { to: "2010-12-31" }),
  area("far", "park", { city: { code: "other", name: "" } }),
];

it("parks and zones of the city that still are may be assessed", () => {
  expect(candidatesOf(areas, "lz").map(({ code }) => code)).toEqual(["a", "zone", "b"]);
});

it.each([
  [["zone", "park"], { a: "park", b: "park" }],
  [["hitech", "general"], { a: "hitech", b: "hitech" }],
  [[], { a: "", b: "" }],
] as const)("all parks of the city are proposed, with a type of %j", (types, members) => {
  expect(proposeMembers(areas, "lz", types)).toEqual(members);
});

it("another scheme keeps the types that it knows", () => {
  expect(refitMembers({ a: "park", b: "zone" }, ["general", "zone"])).toEqual({ a: "general", b: "zone" });
});

it("sends what was written, trimmed, areas in the order of their list", () => {
  const draft = { ...blankRun, id: " x ", name: "考核 ", city: "lz", scheme: "s", members: { b: "park", a: "park" } };
  expect(bodyOf(draft, areas)).toEqual({
    ...{ id: "x", name: "考核", nameEn: null, city: "lz", scheme: "s" },
    members: [
      { area: "a", type: "park" },
      { area: "b", type: "park" },
    ],
  });
});

it("is written when it has its code, name, city, scheme and somebody to assess", () => {
  const draft = { ...blankRun, id: "x", name: "n", city: "lz", scheme: "s", members: { a: "park" } };
  expect(isWritten(draft)).toBe(true);
  expect(isWritten({ ...draft, members: {} })).toBe(false);
  expect(isWritten({ ...draft, id: " " })).toBe(false);
});
