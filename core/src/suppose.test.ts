import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import type { EvaluationFacts, FigureFact, TargetFact } from "./evaluate-facts.ts";
import { recordRun } from "./evaluate-freeze.ts";
import { differRuns } from "./run-difference.ts";
import type { Scheme } from "./scheme.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";
import { Supposition, suppose } from "./suppose.ts";

type Given = Partial<Supposition>;

/** What becomes of the totals: `A 88.87 → 93.87`. */
function changes(given: Given, facts: EvaluationFacts = cityFacts, scheme: Scheme = cityScheme): string[] {
  const supposed = suppose(scheme, facts, Supposition.parse(given));
  expect(supposed.faults).toEqual([]);
  const after = evaluate(supposed.scheme, supposed.facts, "trial");
  expect(after.refusals).toEqual([]);
  const found = differRuns(recordRun(evaluate(scheme, facts, "trial")), recordRun(after));
  return found.map(({ area, total }) => `${area} ${total.before} → ${total.after}`);
}

describe("a supposition", () => {
  it.each<[string, Given, string[]]>([
    // B's 40 leads the range of the pool: A falls from 40 to 8, B rises from 8 to 40
    [
      "takes another figure, with what it does to others in the pool",
      { figures: [{ area: "B", indicator: "share", value: "40" }] },
      ["A 88.87 → 56.87", "B 55.00 → 87.00"],
    ],
    // 280/400 × 20 = 14 for 18.67
    ["takes another target", { targets: [{ area: "A", indicator: "firms", value: "400" }] }, ["A 88.87 → 84.20"]],
    ["takes another count", { counts: [{ area: "A", code: "accident", count: 0 }] }, ["A 88.87 → 93.87"]],
    // and one where there was none: an award is worth 1
    ["takes a count where there was none", { counts: [{ area: "B", code: "award", count: 1 }] }, ["B 55.00 → 56.00"]],
    // 28 + 26.4 + 40 − 5; 22.5 + 24 + 8; R&D still does not apply to clusters
    [
      "takes another weight of a criterion",
      { weights: [{ group: "innovation", criterion: "rd", weight: "1" }] },
      ["A 88.87 → 89.40", "B 55.00 → 54.50"],
    ],
    // 15.56 + 29.33 + 50 − 5; 12.5 + 26.67 + 10; 45 + 10 + 2; D keeps the full mark
    [
      "takes other weights of groups",
      {
        weights: [
          { group: "innovation", criterion: null, weight: "50" },
          { group: "growth", criterion: null, weight: "50" },
        ],
      },
      ["A 88.87 → 89.89", "B 55.00 → 49.17", "C 64.00 → 57.00"],
    ],
  ])("%s", (_name, given, expected) => {
    // D's points change with the weights, but not its total
    expect(changes(given).filter((said) => !said.startsWith("D 100.00 → 100.00"))).toEqual(expected);
  });
  it("marks what it takes, in every trace and in the run's sources", () => {
    const given = {
      figures: [{ area: "A", indicator: "firms", value: "290" }],
      targets: [{ area: "A", indicator: "firms", value: "310" }],
      counts: [{ area: "A", code: "accident", count: 2 }],
    };
    const { scheme, facts } = suppose(cityScheme, cityFacts, Supposition.parse(given));
    const a = evaluate(scheme, facts, "trial").areas.find(({ area }) => area === "A");
    const [firms, rd] = (a?.lines ?? []).map((line) => line.detail().inputs.flatMap(({ sources }) => sources));
    expect(firms?.map(({ id, value, version }) => [id, value, version])).toEqual([
      ...[
        ["supposed-A-firms-all", "290", 0],
        ["supposed-A-T-A-firms", "310", 0],
      ],
    ]);
    expect(a?.adjustment?.sources.map(({ id, value }) => [id, value])).toEqual([["supposed-A-accident", "2"]]);
    expect(rd?.map(({ id }) => id)).toEqual(["A-rd", "T-A-rd"]);
  });
  it("changes nothing of what it was given", () => {
    const before = JSON.stringify([cityScheme, cityFacts]);
    const given = Supposition.parse({
      weights: [{ group: "innovation", criterion: "rd", weight: "1" }],
      figures: [{ area: "A", indicator: "firms", value: "290" }],
      targets: [{ area: "A", indicator: "firms", value: "310" }],
      counts: [{ area: "A", code: "accident", count: 2 }],
    });
    expect(suppose(cityScheme, cityFacts, given).faults).toEqual([]);
    expect(JSON.stringify([cityScheme, cityFacts])).toBe(before);
  });
  it("leaves it to the scheme's validator whether weights add up", () => {
    const given = Supposition.parse({ weights: [{ group: "growth", criterion: null, weight: "50" }] });
    const { scheme, facts, faults } = suppose(cityScheme, cityFacts, given);
    expect(faults).toEqual([]);
    expect(evaluate(scheme, facts, "trial").refusals.map(({ code }) => code)).toContain("invalid-scheme");
  });
});

/** Two parks on one criterion of 10 points against a target of 100. */
const pair = ["A", "B"].map((code) => ({ code, type: "hitech" }));
const of = (figures: readonly FigureFact[], targets: readonly TargetFact[], own: Partial<EvaluationFacts> = {}) =>
  exampleFacts(pair, { figures, targets, ...own });
const targets = [targetFact("A", "firms", "100"), targetFact("B", "firms", "100")];
const totals = (facts: EvaluationFacts, given: Given, scheme = exampleScheme()) => {
  const supposed = suppose(scheme, facts, Supposition.parse(given));
  const run = evaluate(supposed.scheme, supposed.facts, "trial");
  return [...run.refusals.map(({ code }) => code), ...run.areas.map(({ area, shown }) => `${area} ${shown}`)];
};
const firms = (value: string) => ({ figures: [{ area: "A", indicator: "firms", value }] });

describe("a supposed figure", () => {
  const b = figureFact("B", "firms", "80");
  const fact = (own: Partial<FigureFact>) => figureFact("A", "firms", "50", own);
  it.each<[string, FigureFact[]]>([
    ["where there is none", []],
    ["for one of a weaker source", [fact({ grade: "repost" })]],
    ["for two that contradict each other", [fact({ id: "one" }), fact({ id: "two", value: "60" })]],
    ["for one that is not adopted", [fact({ role: "reported" })]],
    ["beside one of another caliber", [fact({ caliber: "other" })]],
    ["for a part of the year", [fact({ period: "2017-Q1" })]],
    ["for one that was declared not to be reported", [fact({ state: "not-reported", value: null })]],
  ])("stands in %s", (_name, figures) => {
    expect(totals(of([b, ...figures], targets), firms("90"))).toEqual(["A 9.00", "B 8.00"]);
  });
  it("leaves the year before, from which growth is worked out", () => {
    const scheme = exampleScheme({
      groups: [
        exampleGroup({
          criteria: [
            exampleCriterion({
              scorer: { type: "benchmark-ratio", cap: "1" },
              inputs: {
                value: { from: "figure", take: "nominal-growth" },
                benchmark: { from: "constant", value: "20" },
              },
            }),
          ],
        }),
      ],
    });
    const years = pair.flatMap(({ code }) => [
      figureFact(code, "firms", "100", { id: `${code}-2016`, period: "2016" }),
      figureFact(code, "firms", "105", { id: `${code}-2017` }),
    ]);
    // 5 % of the 20 % that is asked for; then 10 %
    expect(totals(of(years, []), {}, scheme)).toEqual(["A 2.50", "B 2.50"]);
    expect(totals(of(years, []), firms("110"), scheme)).toEqual(["A 5.00", "B 2.50"]);
  });
  it("is refused where a bridge brings in another one that goes first", () => {
    const rival = fact({ id: "R", indicator: "other", caliber: "strict", stage: "census" });
    const verdict = "confirmed" as const;
    const join = { target: "T-A-firms", indicator: "other", area: "A", caliber: "strict", verdict };
    const unconfirmed = { confirmedBy: null, confirmedOn: null, document: null, publishedOn: null };
    const bridges = [{ ...join, reason: "同一口径", reasonEn: null, ...unconfirmed }];
    const facts = of([b, rival], targets, { bridges });
    expect(suppose(exampleScheme(), facts, Supposition.parse(firms("90"))).faults).toEqual([
      { path: "figures[0].value", code: "figure-outdone" },
    ]);
  });
});

describe("a supposed target", () => {
  const figures = [figureFact("A", "firms", "80"), figureFact("B", "firms", "80")];
  const aim = (value: string, area = "A") => ({ targets: [{ area, indicator: "firms", value }] });
  const part = (area: string | null, value: string) => ({ period: "2017", area, value, document: "D", clause: null });
  const ofZone = (area: string) =>
    targetFact(area, "firms", "0", { id: "Z", decomposition: [part("A", "100"), part("B", "160")] });
  it.each<[string, TargetFact[]]>([
    ["for an area's part of a whole, and leaves the others theirs", [ofZone("zone")]],
    [
      "for a target that names parts of others too",
      [targetFact("A", "firms", "0", { id: "Z", decomposition: [part(null, "100"), part("B", "160")] })],
    ],
    [
      "for two that contradict each other",
      [targetFact("A", "firms", "100"), targetFact("A", "firms", "120", { id: "X" }), targetFact("B", "firms", "160")],
    ],
    [
      "for one that is not due",
      [targetFact("A", "firms", "100", { decomposition: [] }), targetFact("B", "firms", "160")],
    ],
  ])("stands in %s", (_name, own) => {
    expect(totals(of(figures, own), aim("200"))).toEqual(["A 4.00", "B 5.00"]);
  });
  it("is what a veto on a missed target looks at", () => {
    const when = { kind: "target-missed", criterion: "firms" } as const;
    const vetoes = [{ code: "missed", name: "未完成", nameEn: null, when, effect: { kind: "ineligible" } as const }];
    const binding = ["A", "B"].map((area) => targetFact(area, "firms", "80", { nature: "binding" }));
    const { scheme, facts } = suppose(exampleScheme({ vetoes }), of(figures, binding), Supposition.parse(aim("81")));
    const struck = evaluate(scheme, facts, "trial").areas.map(({ area, vetoes: found }) => [area, found.length]);
    expect(struck).toEqual([
      ["A", 1],
      ["B", 0],
    ]);
  });
});

describe("a supposition is refused", () => {
  const value = { area: "A", indicator: "firms", value: "1" };
  it.each<[Given, string[]]>([
    [{ figures: [{ ...value, area: "X" }] }, ["figures[0].area unknown-area"]],
    [{ figures: [value, { ...value, indicator: "x" }] }, ["figures[1].indicator unknown-indicator"]],
    [{ targets: [{ ...value, area: "X" }] }, ["targets[0].area unknown-area"]],
    // the share of new industries is compared within the pool, not with a target
    [{ targets: [{ ...value, indicator: "share" }] }, ["targets[0].indicator unknown-indicator"]],
    [{ targets: [{ area: "C", indicator: "rd", value: "1" }] }, ["targets[0] no-target"]],
    [{ counts: [{ area: "A", code: "x", count: 1 }] }, ["counts[0].code unknown-count"]],
    [{ weights: [{ group: "x", criterion: null, weight: "1" }] }, ["weights[0].group unknown-group"]],
    [{ weights: [{ group: "growth", criterion: "rd", weight: "1" }] }, ["weights[0].criterion unknown-criterion"]],
    [{ figures: [value, { ...value, value: "2" }] }, ["figures[1] repeated-place"]],
    [
      { figures: [{ ...value, area: "X", indicator: "x" }], counts: [{ area: "X", code: "x", count: 1 }] },
      [
        ...["figures[0].indicator unknown-indicator", "figures[0].area unknown-area"],
        ...["counts[0].area unknown-area", "counts[0].code unknown-count"],
      ],
    ],
  ])("for all that is wrong at once, and then nothing is supposed: %o", (given, expected) => {
    const { scheme, facts, faults } = suppose(cityScheme, cityFacts, Supposition.parse(given));
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
    expect([scheme, facts]).toEqual([cityScheme, cityFacts]);
  });
  it("for a figure of which nothing but the printed growth is asked", () => {
    const inputs = { growth: { from: "figure", take: "reported-growth" } } as const;
    const scorer = { type: "level-growth" } as const;
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria: [exampleCriterion({ scorer, inputs })] })] });
    expect(suppose(scheme, of([], []), Supposition.parse({ figures: [value] })).faults).toEqual([
      { path: "figures[0].indicator", code: "growth-as-printed" },
    ]);
  });
});
