import { describe, expect, it } from "vitest";
import type { Bridge } from "./caliber.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluationFacts } from "./evaluate-facts.ts";
import type { Scheme } from "./scheme.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

const pair = [
  { code: "A", type: "hitech" },
  { code: "B", type: "hitech" },
];
const figureB = figureFact("B", "firms", "330");
const targets = [targetFact("A", "firms", "300"), targetFact("B", "firms", "300")];

/** What a run is refused for, each as one text; points where it is not. */
function reasons(own: Partial<EvaluationFacts>, scheme: Scheme = exampleScheme()): string[] {
  const { refusals, areas } = evaluate(scheme, exampleFacts(pair, { targets, ...own }), "seal");
  expect(areas.length === 0).toBe(refusals.length > 0);
  return refusals.map(({ code, area, criterion }) => [area, criterion, code].filter((part) => part !== null).join(" "));
}

function bridge(verdict: Bridge["verdict"]): Bridge {
  return {
    ...{ target: "T-A-firms", indicator: "firms-listed", area: "A", caliber: "list", verdict, reason: "口径" },
    ...{ reasonEn: null, confirmedBy: null, confirmedOn: null, document: null, publishedOn: null },
  };
}

describe("A's figure", () => {
  const own = (more: Parameters<typeof figureFact>[3]) => [figureFact("A", "firms", "280", more), figureB];
  const listed = figureFact("A", "firms-listed", "280", { caliber: "list" });
  it.each<[string, Partial<EvaluationFacts>, string[]]>([
    ["adopted and exact", { figures: own({}) }, []],
    ["not there", { figures: [figureB] }, ["A firms figure-missing"]],
    ["reported, not adopted", { figures: own({ role: "reported" }) }, ["A firms figure-not-adopted"]],
    ["of another caliber", { figures: own({ caliber: "listed" }) }, ["A firms caliber-mismatch"]],
    ["a bound, not a figure", { figures: own({ qualifier: ">" }) }, ["A firms figure-not-exact"]],
    ["from a repost alone", { figures: own({ grade: "repost" }) }, ["A firms figure-provisional"]],
    [
      "from a repost, backed by an official page",
      {
        figures: [
          ...own({ grade: "repost" }),
          figureFact("A", "firms", "280.0", { id: "backing", grade: "official", role: "reported" }),
        ],
      },
      [],
    ],
    ["of the year after", { figures: own({ period: "2018" }) }, ["A firms figure-missing"]],
    ["of a part of the year", { figures: own({ period: "2017-YTD11" }) }, ["A firms unlike-periods"]],
    ["declared not reported", { figures: own({ state: "not-reported", value: null }) }, ["A firms not-reported"]],
    [
      "one of two that disagree",
      { figures: [...own({}), figureFact("A", "firms", "281", { id: "other" })] },
      ["A firms figure-conflict"],
    ],
    [
      "stronger than another that disagrees",
      { figures: [...own({ stage: "annual" }), figureFact("A", "firms", "281", { id: "0", stage: "progress" })] },
      [],
    ],
    ["joined by a confirmed bridge", { figures: [listed, figureB], bridges: [bridge("confirmed")] }, []],
    [
      "joined by an assumed bridge",
      { figures: [listed, figureB], bridges: [bridge("assumed")] },
      ["A firms figure-provisional"],
    ],
    [
      "joined by a mismatch",
      { figures: [listed, figureB], bridges: [bridge("mismatch")] },
      ["A firms caliber-mismatch"],
    ],
    ["exact beside an assumed one", { figures: [...own({}), listed], bridges: [bridge("assumed")] }, []],
  ])("%s", (_name, facts, expected) => expect(reasons(facts)).toEqual(expected));

  it("of a stock may be that of the last quarter", () => {
    const figures = own({ period: "2017-Q4" });
    const indicators = [{ code: "firms", timing: "point", direction: "up" }] as const;
    expect([reasons({ figures }), reasons({ figures, indicators })]).toEqual([["A firms unlike-periods"], []]);
  });
  it("of the stronger stage is the one that counts", () => {
    const figures = [...own({ stage: "annual" }), figureFact("A", "firms", "30", { id: "0", stage: "progress" })];
    expect(evaluate(exampleScheme(), exampleFacts(pair, { targets, figures }), "seal").areas[0]?.shown).toBe("9.33");
  });
  it("is named with its version and caliber", () => {
    const facts = exampleFacts(pair, { targets, figures: own({ caliber: "listed", version: 3 }) });
    expect(evaluate(exampleScheme(), facts, "seal").refusals).toEqual([
      {
        ...{ code: "caliber-mismatch", area: "A", criterion: "firms" },
        figures: { observation: "A-firms", version: "3", caliber: "listed", period: "2017", value: "280" },
      },
    ]);
  });
});

describe("A's target", () => {
  const figures = [figureFact("A", "firms", "280"), figureB];
  const [, other] = targets;
  const run = (own: Parameters<typeof targetFact>[3] | null) =>
    reasons({
      figures,
      targets: [...(own === null ? [] : [targetFact("A", "firms", "300", own)]), ...(other ? [other] : [])],
    });
  const plain = { decomposition: [] };
  const part = (area: string | null, period: string) => ({ period, area, value: "300", document: "D", clause: null });
  const path = (first: string, last: string) => ({
    ...({ kind: "document", shape: "linear" } as const),
    points: [
      { period: first, value: "200" },
      { period: last, value: "300" },
    ],
  });
  it.each<[string, Parameters<typeof targetFact>[3] | null, string[]]>([
    ["decomposed for the year", {}, []],
    ["due in the year", { ...plain, due: "2017", value: "300" }, []],
    ["every year's", { ...plain, due: "every-year", value: "300" }, []],
    ["a point of the document's path", { ...plain, path: path("2015", "2017") }, []],
    ["where the document's path starts", { ...plain, path: path("2017", "2020") }, ["A firms target-not-due"]],
    ["of 2020, not decomposed", { ...plain }, ["A firms target-not-due"]],
    ["decomposed for another year", { decomposition: [part(null, "2018")] }, ["A firms target-not-due"]],
    ["decomposed for another area", { decomposition: [part("C", "2017")] }, ["A firms target-not-due"]],
    ["the zone's, with a part for A", { area: "zone", decomposition: [part("A", "2017")] }, []],
    ["without a number", { ...plain, value: null, comparator: "judgement" }, ["A firms target-without-value"]],
    ["not there", null, ["A firms target-missing"]],
  ])("%s", (_name, own, expected) => expect(run(own)).toEqual(expected));

  it("one of two that say different values", () => {
    const twice = [...targets, targetFact("A", "firms", "310", { id: "again" })];
    expect(reasons({ figures, targets: twice })).toEqual(["A firms target-conflict"]);
  });
});

describe("the run", () => {
  const figures = [figureFact("A", "firms", "280"), figureB];
  const marked = exampleScheme({
    groups: [exampleGroup({ unverified: [{ field: "weight", reason: "文件未给权重", reasonEn: null }] })],
  });
  it("is refused for 待核 weights, but may be tried with them, and says so", () => {
    const facts = exampleFacts(pair, { figures, targets });
    expect(reasons({ figures }, marked)).toEqual(["unverified"]);
    const trial = evaluate(marked, facts, "trial");
    expect([trial.refusals, trial.areas.map(({ shown }) => shown)]).toEqual([[], ["9.33", "10.00"]]);
    expect(trial.unverified.map(({ path }) => path)).toEqual(["groups[0].weight"]);
  });
  it("is refused for a scheme that may not be used, before anything is scored", () => {
    expect(reasons({}, exampleScheme({ fullMark: "11" }))).toEqual(["invalid-scheme", "invalid-scheme"]);
  });
  it("is refused where a target is zero, by the rule's own reason", () => {
    const zero = [targetFact("A", "firms", "0"), targetFact("B", "firms", "300")];
    expect(reasons({ figures, targets: zero })).toEqual(["A firms non-positive-target"]);
  });
  it("is refused with every reason at once", () => {
    const areas = [
      { code: "zone", type: "hitech" },
      { code: "port", type: "bonded" },
    ];
    const codes = ["a", "b", "c", "d"];
    const scheme = exampleScheme({
      groups: [
        exampleGroup({
          criteria: codes.map((code) => exampleCriterion({ code, indicator: code })),
          unverified: [{ field: "weight", reason: "未给", reasonEn: null }],
        }),
      ],
    });
    const facts = exampleFacts(areas, {
      figures: [
        figureFact("zone", "a", "1", { grade: "repost" }),
        figureFact("zone", "b", "1", { caliber: "city" }),
        figureFact("zone", "c", "1"),
      ],
      targets: ["a", "b", "c"].map((code) => targetFact("zone", code, "1", { decomposition: [] })),
    });
    expect(
      evaluate(scheme, facts, "seal").refusals.map(({ code, area, criterion }) => [code, area, criterion]),
    ).toEqual([
      ["unverified", null, null],
      ["unknown-park-type", "port", null],
      ["pool-of-one", "zone", null],
      ["figure-provisional", "zone", "a"],
      ["target-not-due", "zone", "a"],
      ["caliber-mismatch", "zone", "b"],
      ["target-not-due", "zone", "b"],
      ["target-not-due", "zone", "c"],
      ["figure-missing", "zone", "d"],
      ["target-missing", "zone", "d"],
    ]);
  });
  it("is refused for nobody", () => {
    expect(evaluate(exampleScheme(), exampleFacts([]), "seal").refusals.map(({ code }) => code)).toEqual(["no-areas"]);
  });
});
