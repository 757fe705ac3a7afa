import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import type { EvaluationFacts } from "./evaluate-facts.ts";
import { recordHeads, recordRun, sealRun, sourcesOf } from "./evaluate-freeze.ts";
import type { Scheme } from "./scheme.ts";
import { figureFact } from "./scheme-example.ts";
import { readSchemeFile, writeSchemeFile } from "./scheme-file.ts";

const of = { schemeVersion: 3, instant: "2018-03-01T00:00:00.000Z" };
const seal = (facts: EvaluationFacts, scheme: Scheme = cityScheme) => sealRun(evaluate(scheme, facts, "seal"), of);
const sealed = seal(cityFacts);

describe("the seal of a run", () => {
  it("is the same text for the same facts in another order, and a scheme read back from its file", () => {
    const { scheme } = readSchemeFile(writeSchemeFile(cityScheme));
    const turned = { ...cityFacts, areas: cityFacts.areas.toReversed(), figures: cityFacts.figures.toReversed() };
    expect(sealed).toBeDefined();
    expect(seal(turned, scheme ?? undefined)).toBe(sealed);
  });
  it.each<[string, EvaluationFacts]>([
    [
      "another version of a figure, though the value is the same",
      { ...cityFacts, figures: cityFacts.figures.map((own) => (own.id === "A-firms" ? { ...own, version: 2 } : own)) },
    ],
    [
      "another value",
      {
        ...cityFacts,
        figures: cityFacts.figures.map((own) => (own.id === "A-firms" ? { ...own, value: "281" } : own)),
      },
    ],
    ["another target's version", { ...cityFacts, targets: cityFacts.targets.map((own) => ({ ...own, version: 2 })) }],
    ["another count's version", { ...cityFacts, counts: cityFacts.counts.map((own) => ({ ...own, version: 2 })) }],
  ])("differs for %s", (_name, facts) => {
    expect(seal(facts)).toBeDefined();
    expect(seal(facts)).not.toBe(sealed);
  });
  it("differs for another version or instant of what was evaluated", () => {
    const run = evaluate(cityScheme, cityFacts, "seal");
    expect(sealRun(run, { ...of, schemeVersion: 4 })).not.toBe(sealed);
    expect(sealRun(run, { ...of, instant: "2018-03-02T00:00:00.000Z" })).not.toBe(sealed);
  });
  it("does not change for facts that the run does not use", () => {
    const unused = figureFact("A", "elsewhere", "1");
    expect(seal({ ...cityFacts, figures: [unused, ...cityFacts.figures] })).toBe(sealed);
  });
  it("is not given to a trial, or to a refused run", () => {
    expect(sealRun(evaluate(cityScheme, cityFacts, "trial"), of)).toBeUndefined();
    expect(seal({ ...cityFacts, figures: [] })).toBeUndefined();
  });
  it("is plain data that names the scheme's version, the instant and the versions used", () => {
    expect(JSON.parse(sealed ?? "")).toMatchObject({
      ...{ format: "yuanbiao-run", edition: 1, ...of, scheme: { code: "S" } },
      areas: [
        {
          ...{ area: "A", shown: "88.87", rank: 1, grade: "fair" },
          adjustment: { given: "-5", sources: [{ kind: "count", id: "accident", version: 1, value: "1" }] },
          lines: [
            {
              ...{ criterion: "firms", state: "scored", weight: "20", shown: "18.67" },
              points: "18.666666666666666666666666666667",
              inputs: [
                {
                  input: "actual",
                  value: "280",
                  sources: [{ kind: "observation", id: "A-firms", version: 1, period: "2017" }],
                },
                {
                  input: "target",
                  value: "300",
                  sources: [{ kind: "target", id: "T-A-firms", version: 1, basis: "decomposed" }],
                },
              ],
            },
            { criterion: "rd" },
            { criterion: "share", inputs: [{ input: "values", value: "30", sources: [{ id: "A-share" }] }] },
          ],
        },
        { area: "B" },
        { area: "C" },
        { area: "D" },
      ],
    });
  });
});

it("lists every version that a run rests on, once: 10 figures, 6 targets, 2 counts of adjustments", () => {
  const found = sourcesOf(recordRun(evaluate(cityScheme, cityFacts, "seal")));
  const kinds = found.map(({ kind }) => kind);
  expect(["observation", "target", "count"].map((own) => kinds.filter((kind) => kind === own).length)).toEqual([
    10, 6, 2,
  ]);
  expect(new Set(found.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(18);
});

it("gives an area's head without its lines, with the points of each criterion as they count", () => {
  const run = evaluate(cityScheme, cityFacts, "seal");
  const fromLines = recordRun(run).map(({ lines, ...head }) => ({
    ...head,
    points: Object.fromEntries(lines.map(({ criterion, counted }) => [criterion, counted])),
  }));
  expect(fromLines.length).toBeGreaterThan(1);
  expect(recordHeads(run)).toEqual(fromLines);
});
