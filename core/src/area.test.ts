import { describe, expect, it } from "vitest";
import { findOverlap } from "./area.ts";

const within = (area: string, parent: string) => ({ area, parent });
const memberships = [
  within("hitech", "core"),
  within("core", "zone"),
  within("beibu", "zone"),
  within("zone", "city"),
  within("city", "zone"),
];

describe("areas that lie within each other", () => {
  it.each([
    [["hitech", "beibu"], null],
    [["core", "beibu"], null],
    [
      ["hitech", "core"],
      ["hitech", "core"],
    ],
    [
      ["beibu", "hitech", "zone"],
      ["beibu", "zone"],
    ],
    [["hitech"], null],
    [[], null],
  ])("%j: %j", (areas, expected) => {
    expect(findOverlap(areas, memberships)).toEqual(expected);
  });
  it("are found whatever their order, and a ring of memberships ends", () => {
    expect(findOverlap(["core", "hitech"], memberships)).toEqual(["hitech", "core"]);
    expect(findOverlap(["hitech", "elsewhere"], memberships)).toBeNull();
  });
});
