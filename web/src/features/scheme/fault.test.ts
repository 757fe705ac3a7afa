import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import type { SchemeContext } from "@yuanbiao/core/scheme-fault";
import { expect, it } from "vitest";
import { type Fault, findFaults, isWithin, joinFaults, parseTree } from "./fault.ts";
import { type Path, type Tree, writeAt } from "./tree.ts";

const scheme = exampleScheme();
const criterion: Path = ["groups", 0, "criteria", 0];
const found = (tree: Tree, known: SchemeContext = {}) => findFaults(parseTree(tree), known);

it("a scheme that holds has no fault, and goes out as it came in", () => {
  expect(found(scheme)).toEqual([]);
  expect(parseTree(scheme).scheme).toEqual(scheme);
});

it.each<[string, Path, unknown, string, string]>([
  ["a figure half typed", ["groups", 0, "weight"], "1.", "quantity", ""],
  ["a figure not typed", ["fullMark"], "", "empty", ""],
  ["an empty name", [...criterion, "name"], "", "empty", ""],
  ["a year that is no number", ["dataYear"], "20x7", "whole", ""],
  ["a year out of range", ["dataYear"], 17, "least", "1990"],
  ["too many decimals", ["rounding", "scale"], 7, "most", "6"],
  ["a malformed code", ["parkTypes", 0, "code"], "高新", "code", ""],
  ["a pool without a type", ["pools", 0, "types"], [], "few", "1"],
  ["a rule's figure", [...criterion, "scorer", "cap"], "1,2", "quantity", ""],
  [
    ...(["a part without a name", [...criterion, "scorer"]] as const),
    ...([{ type: "composite", parts: [{ share: "1", of: "" }] }, "empty", ""] as const),
  ],
  [
    ...(["a part of a part", [...criterion, "scorer"]] as const),
    { type: "composite", parts: [{ share: "1", of: { parts: [{ share: "a", of: "b" }] } }] },
    ...(["quantity", ""] as const),
  ],
])("%s is told by the page, at its place", (_, path, value, shape, limit) => {
  const [fault, ...others] = found(writeAt(scheme, path, value));
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ kind: "shape", shape, limit });
  expect(fault?.path.startsWith(String(path[0]))).toBe(true);
});

it.each<[string, Path, unknown, string]>([
  ["weights that do not add up", ["groups", 0, "weight"], "9", "groups"],
  ["a year after the assessment", ["dataYear"], 2019, "dataYear"],
  ["a floor above the cap", [...criterion, "scorer", "floor"], "2", "groups[0].criteria[0].scorer.floor"],
  ["a pool left out", ["pools", 1, "types", 0], "hitech", "parkTypes[0]"],
])("%s is found at its place, and waits for the server's words", (_, path, value, place) => {
  expect(found(writeAt(scheme, path, value))).toContainEqual({ kind: "rule", path: place, detail: null });
});

it("looks up indicators and calibers where they are known", () => {
  const known = { indicators: new Map([["other", { code: "other" }]]) };
  expect(found(scheme, known).map(({ path }) => path)).toEqual(["groups[0].criteria[0].indicator"]);
});

it("names a place once, however much stands against it", () => {
  const twice = exampleScheme({ groups: [exampleGroup({ criteria: [exampleCriterion(), exampleCriterion()] })] });
  const places = found(writeAt(twice, ["dataYear"], 2019)).map(({ path }) => path);
  expect(places).toEqual([...new Set(places)]);
});

it.each([
  ["groups[1].weight", "groups[1]", true],
  ["groups[1]", "groups[1]", true],
  ["groups[10].weight", "groups[1]", false],
  ["dataYear", "data", false],
  ["anything", "", true],
])("%s within %s: %s", (place, around, isThere) => {
  expect(isWithin(place, around)).toBe(isThere);
});

const rule = (path: string, detail: string | null = null): Fault => ({ kind: "rule", path, detail });
const shape: Fault = { kind: "shape", path: "a", shape: "empty", limit: "" };
const said = [
  { path: "a", detail: "A" },
  { path: "b", detail: "B" },
];
interface Joining {
  readonly when: string;
  readonly local: Fault[];
  readonly told?: Parameters<typeof joinFaults>[1];
  readonly joined: Fault[];
}
it.each<Joining>([
  { when: "nothing was asked yet", local: [rule("a")], joined: [rule("a")] },
  {
    ...{ when: "the answer is of what stands there", local: [rule("c")] },
    ...{ told: { faults: said, isCurrent: true }, joined: [rule("a", "A"), rule("b", "B")] },
  },
  {
    ...{ when: "a fault was mended, another is new", local: [rule("b"), rule("c")] },
    ...{ told: { faults: said, isCurrent: false }, joined: [rule("b", "B"), rule("c")] },
  },
  {
    ...{ when: "there is no scheme to ask about", local: [shape] },
    ...{ told: { faults: said, isCurrent: true }, joined: [shape] },
  },
])("$when", ({ local, told, joined }) => {
  expect(joinFaults(local, told)).toEqual(joined);
});
