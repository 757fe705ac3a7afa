import fc from "fast-check";
import { expect, it } from "vitest";
import { compareSchemes } from "./scheme-compare.ts";
import { exampleCriterion, exampleGroup, exampleScheme } from "./scheme-example.ts";
import { readSchemeFile, writeSchemeFile } from "./scheme-file.ts";

const rd = exampleCriterion({ code: "rd", indicator: "rd", weight: "2" });
const firms = exampleCriterion();
const last = exampleScheme({ groups: [exampleGroup({ criteria: [firms, rd] })] });

it("finds nothing between equals", () =>
  expect(compareSchemes(last, exampleScheme({ groups: [exampleGroup({ criteria: [firms, rd] })] }))).toEqual([]));

it("says what was added, removed, changed and moved, by code, with both values", () => {
  const patents = exampleCriterion({ code: "patents", indicator: "patents" });
  const next = exampleScheme({
    evaluationYear: 2019,
    groups: [
      exampleGroup({
        criteria: [patents, { ...rd, weight: "3", scorer: { type: "completion", cap: "1.2", floor: "0" } }],
      }),
    ],
  });
  expect(compareSchemes(last, next)).toEqual([
    { path: "evaluationYear", kind: "changed", before: 2018, after: 2019 },
    { path: "groups[innovation].criteria[firms]", kind: "removed", before: firms, after: null },
    { path: "groups[innovation].criteria[rd].scorer.cap", kind: "changed", before: "1", after: "1.2" },
    { path: "groups[innovation].criteria[rd].weight", kind: "changed", before: "2", after: "3" },
    { path: "groups[innovation].criteria[patents]", kind: "added", before: null, after: patents },
  ]);
});

it("says that criteria stand in another order, once", () => {
  const next = exampleScheme({ groups: [exampleGroup({ criteria: [rd, firms] })] });
  expect(compareSchemes(last, next)).toEqual([
    { path: "groups[innovation].criteria", kind: "moved", before: ["firms", "rd"], after: ["rd", "firms"] },
  ]);
});

it("tells lists without codes by place", () => {
  const chain = [{ by: "exact-total" }, { by: "group", code: "innovation" }] as const;
  const before = exampleScheme({ ties: { rule: "competition", chain: [chain[0]] } });
  const after = exampleScheme({ ties: { rule: "competition", chain: [chain[1], chain[0]] } });
  expect(compareSchemes(before, after).map(({ path, kind }) => [path, kind])).toEqual([
    ["ties.chain[0].by", "changed"],
    ["ties.chain[0].code", "added"],
    ["ties.chain[1]", "added"],
  ]);
});

const scheme = fc
  .record({
    fullMark: fc.constantFrom("10", "100"),
    stage: fc.constantFrom("criterion" as const, "group" as const, "total" as const),
    weights: fc.dictionary(fc.constantFrom("hitech", "cluster"), fc.constantFrom("0", "1")),
    codes: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
    name: fc.stringMatching(/^\S+$/),
  })
  .map(({ fullMark, stage, weights, codes, name }) =>
    exampleScheme({
      ...{ fullMark, name, rounding: { mode: "half-even", scale: 3, stage, compare: "full" } },
      groups: [exampleGroup({ criteria: codes.map((code) => exampleCriterion({ code, weights })) })],
    }),
  );

it("finds a difference where the files differ, and none where they are the same", () => {
  fc.assert(
    fc.property(scheme, scheme, (a, b) => {
      expect(compareSchemes(a, b).length === 0).toBe(writeSchemeFile(a) === writeSchemeFile(b));
    }),
  );
});

it("finds a column that is named as something that every object has", () => {
  const [plain, typed] = [{}, { constructor: "2" }].map((weights) =>
    exampleScheme({ groups: [exampleGroup({ weights })] }),
  );
  if (plain === undefined || typed === undefined) throw new Error("no schemes");
  expect(compareSchemes(plain, typed)).toEqual([
    { path: "groups[innovation].weights.constructor", kind: "added", before: null, after: "2" },
  ]);
});

it("finds as much from there to here", () => {
  const mirrored = { added: "removed", removed: "added", changed: "changed", moved: "moved" } as const;
  fc.assert(
    fc.property(scheme, scheme, (a, b) => {
      const back = compareSchemes(b, a).map((one) => ({
        ...one,
        kind: mirrored[one.kind],
        before: one.after,
        after: one.before,
      }));
      expect(new Set(compareSchemes(a, b).map((one) => JSON.stringify(one)))).toEqual(
        new Set(back.map((one) => JSON.stringify(one))),
      );
    }),
  );
});

it("reads back from a file what was written to it, and writes it again in the same bytes", () => {
  fc.assert(
    fc.property(scheme, (own) => {
      const text = writeSchemeFile(own);
      const read = readSchemeFile(text);
      expect(read).toEqual({ scheme: own, faults: [] });
      expect(read.scheme === null ? "" : writeSchemeFile(read.scheme)).toBe(text);
    }),
  );
});
