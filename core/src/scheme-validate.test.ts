import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import { exampleCriterion, exampleGroup, exampleScheme } from "./scheme-example.ts";
import { unverifiedPlaces } from "./scheme-unverified.ts";
import { validateScheme } from "./scheme-validate.ts";

type Given = Parameters<typeof exampleScheme>[0];
type GivenCriterion = Parameters<typeof exampleCriterion>[0];
const named = (code: string) => ({ code, name: code, nameEn: null });

/** The scheme with one group of 10 whose criteria are given. */
function withCriteria(...criteria: GivenCriterion[]): Scheme {
  return exampleScheme({ groups: [exampleGroup({ criteria: criteria.map((own) => exampleCriterion(own)) })] });
}

function said(scheme: Scheme): string[] {
  return validateScheme(scheme).map(({ path, code, figures }) =>
    [path, code, ...Object.entries(figures).map(([name, value]) => `${name}=${value}`)].join(" "),
  );
}

const effort = { type: "composite" as const, parts: [{ share: "1", of: "effect" }] };
const composed = (code: string, of: string) => ({
  ...exampleGroup({ ...named(code), role: "part" as const }),
  criteria: [
    exampleCriterion({
      ...{ code: `${code}-all`, indicator: null, caliber: null, scorer: effort },
      inputs: { effect: { from: "group", code: of } },
    }),
  ],
});

it("finds nothing against the example", () => expect(said(exampleScheme())).toEqual([]));

describe("the whole", () => {
  const types = exampleScheme().parkTypes;
  const grades = [
    { ...named("good"), from: "9", quota: null },
    { ...named("fair"), from: null, quota: null },
  ];
  const drop = {
    ...named("fraud"),
    when: { kind: "count", code: "fraud", atLeast: 1 },
    effect: { kind: "drop-grade", by: 1 },
  } as const;
  it.each<[string, Given, string[]]>([
    [
      "figures of a year after the assessment",
      { dataYear: 2019 },
      ["dataYear data-year-after-evaluation dataYear=2019 evaluationYear=2018"],
    ],
    [
      "nothing to reach",
      { fullMark: "0", groups: [exampleGroup({ weight: "0" })] },
      ["fullMark non-positive-full-mark fullMark=0"],
    ],
    ["a step left out", { order: ["adjustments", "ranks", "grades"] }, ["order order-incomplete step=vetoes"]],
    [
      "a step twice",
      { order: ["adjustments", "ranks", "grades", "vetoes", "ranks"] },
      ["order[4] order-repeated step=ranks"],
    ],
    [
      "a grade dropped before it is given",
      { order: ["vetoes", "adjustments", "ranks", "grades"], grades, vetoes: [drop] },
      ["order grades-before-drop"],
    ],
    [
      "a quota filled before anybody is ranked",
      {
        order: ["adjustments", "grades", "ranks", "vetoes"],
        grades: [
          { ...named("good"), from: null, quota: { kind: "percent", value: "30" } },
          { ...named("fair"), from: null, quota: null },
        ],
      },
      ["order ranks-before-grades"],
    ],
    [
      "a park type in no pool, one in two, one that is not there",
      {
        pools: [
          { ...named("first"), types: ["hitech"] },
          { ...named("second"), types: ["hitech", "bonded"] },
        ],
      },
      [
        "parkTypes[0] type-in-two-pools type=hitech",
        "parkTypes[1] type-without-pool type=cluster",
        "pools[1].types[1] unknown-park-type type=bonded",
      ],
    ],
    ["a code twice", { parkTypes: [...types, named("hitech")] }, ["parkTypes[2].code repeated-code code=hitech"]],
    [
      "groups that do not make up the full mark, in each park type",
      { fullMark: "100" },
      [
        "groups weights-not-full-mark type=hitech sum=10 fullMark=100",
        "groups weights-not-full-mark type=cluster sum=10 fullMark=100",
      ],
    ],
    [
      "a column that makes the sum wrong for one type",
      { groups: [exampleGroup({ weights: { cluster: "8" } })] },
      ["groups weights-not-full-mark type=cluster sum=8 fullMark=10"],
    ],
    [
      "groups that rest on each other",
      { groups: [exampleGroup(), composed("a", "b"), composed("b", "a")] },
      ["groups reference-cycle ring=a > b > a"],
    ],
    [
      "a part that nothing is composed of",
      {
        groups: [
          exampleGroup(),
          exampleGroup({ ...named("a"), role: "part", criteria: [exampleCriterion({ code: "x" })] }),
        ],
      },
      ["groups[1].role part-unused code=a"],
    ],
    [
      "score lines that more people see than the total",
      { visibility: { grade: "all", rank: "all", total: "own", lines: "group" } },
      ["visibility.lines lines-above-total lines=group total=own"],
    ],
    [
      "a mark on what is not there",
      { unverified: [{ field: "groups[3].weight", reason: "未见", reasonEn: null }] },
      ["unverified[0].field mark-on-nothing field=groups[3].weight"],
    ],
  ])("%s", (_name, own, expected) => expect(said(exampleScheme(own))).toEqual(expected));
});

describe("criteria", () => {
  const at = "groups[0].criteria[0]";
  it.each<[string, GivenCriterion, string[]]>([
    ["without a caliber", { caliber: null }, [`${at}.caliber caliber-needed`]],
    ["without an indicator", { indicator: null }, [`${at}.indicator indicator-needed`]],
    [
      "whose tiers leave a gap",
      {
        scorer: {
          type: "tiers",
          tiers: [
            { to: "5", points: "1" },
            { from: "5", to: "10", points: "5" },
            { from: "12", points: "10" },
          ],
        },
        inputs: { value: { from: "figure" } },
      },
      [`${at}.scorer.tiers[2].from tier-gap from=10 to=12`],
    ],
    [
      "whose tiers overlap and give less than the weight",
      {
        scorer: {
          type: "tiers",
          tiers: [
            { to: "5", points: "1" },
            { from: "4", points: "8" },
          ],
        },
        inputs: { value: { from: "figure" } },
      },
      [
        `${at}.scorer points-differ-from-weight type=hitech points=8 weight=10.000000`,
        `${at}.scorer points-differ-from-weight type=cluster points=8 weight=10.000000`,
        `${at}.scorer.tiers[1].from tier-overlap from=5 to=4`,
      ],
    ],
    [
      "whose rule is asked without a target",
      { inputs: { actual: { from: "figure" } } },
      [`${at}.inputs input-unbound input=target`],
    ],
    [
      "whose rule does not know an input",
      { inputs: { actual: { from: "figure" }, target: { from: "target" }, goal: { from: "target" } } },
      [`${at}.inputs.goal input-unknown input=goal`],
    ],
    [
      "that ask for a figure where judges answer",
      { inputs: { actual: { from: "panel" }, target: { from: "target" } } },
      [`${at}.inputs.actual input-kind-wrong input=actual`],
    ],
    [
      "measured by a benchmark that the data year has not",
      {
        scorer: { type: "benchmark-ratio" },
        inputs: { value: { from: "figure" }, benchmark: { from: "benchmark", field: "average" } },
        benchmarks: [
          { year: 2016, type: null, min: "9", max: "3", satisfactory: null, unallowable: null, average: "5" },
        ],
      },
      [
        `${at}.benchmarks[0] benchmark-reversed min=9 max=3`,
        `${at}.benchmarks benchmark-missing field=average type=hitech year=2017`,
        `${at}.benchmarks benchmark-missing field=average type=cluster year=2017`,
      ],
    ],
    [
      "composed of what is not there",
      { indicator: null, caliber: null, scorer: effort, inputs: { effect: { from: "criterion", code: "effect" } } },
      [`${at}.inputs.effect.code unknown-criterion code=effect`],
    ],
    [
      "composed of itself",
      { indicator: null, caliber: null, scorer: effort, inputs: { effect: { from: "criterion", code: "firms" } } },
      ["groups reference-cycle ring=innovation > innovation"],
    ],
    [
      "with a column for a park type that is not there",
      { weights: { bonded: "1" } },
      [`${at}.weights.bonded unknown-park-type type=bonded`],
    ],
    [
      "with a negative weight",
      { weights: { cluster: "-1" } },
      [`${at}.weights.cluster negative-weight type=cluster weight=-1`],
    ],
    [
      "that no type has a weight for",
      { weight: "0" },
      [
        `${at}.weight no-weight code=firms`,
        "groups[0] group-without-criteria type=hitech",
        "groups[0] group-without-criteria type=cluster",
      ],
    ],
  ])("%s", (_name, own, expected) => expect(said(withCriteria(own))).toEqual(expected));

  it("have codes of their own in the whole scheme", () => {
    expect(said(withCriteria({}, {}))).toEqual(["groups[0].criteria[1].code repeated-code code=firms"]);
  });
  it("may wait for their caliber where it is marked 待核, and the mark says so", () => {
    const scheme = withCriteria({
      caliber: null,
      unverified: [{ field: "caliber", reason: "文件未写", reasonEn: null }],
    });
    expect(said(scheme)).toEqual([]);
    expect(unverifiedPlaces(scheme)).toEqual([{ path: `${at}.caliber`, reason: "文件未写", reasonEn: null }]);
  });
});

it("says everything at once", () => {
  const scheme = exampleScheme({
    fullMark: "100",
    groups: [
      exampleGroup({ criteria: [exampleCriterion({ caliber: null, scorer: { type: "completion", cap: "-1" } })] }),
    ],
    grades: [{ ...named("only"), from: "200", quota: null }],
  });
  expect(validateScheme(scheme).map(({ code }) => code)).toEqual([
    ...["weights-not-full-mark", "weights-not-full-mark", "caliber-needed", "non-positive-value", "floor-above-cap"],
    ...["cutoff-above-full-mark", "last-grade-bounded"],
  ]);
});

const cents = (least: number) => fc.integer({ min: least, max: 5000 }).map((value) => plain(exact(value).div(100)));

/** A valid scheme of some groups, each of a few criteria with weights of their own. */
const valid = fc
  .array(fc.record({ weight: cents(1), relatives: fc.array(cents(1), { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((groups) =>
    exampleScheme({
      fullMark: plain(groups.reduce((sum, { weight }) => sum.plus(weight), exact(0))),
      groups: groups.map(({ weight, relatives }, at) =>
        exampleGroup({
          ...{ code: `g${at}`, weight },
          criteria: relatives.map((own, under) => exampleCriterion({ code: `c${at}-${under}`, weight: own })),
        }),
      ),
    }),
  );

describe("any scheme whose weights add up", () => {
  it("is valid, in whatever order and whatever unit its relative weights are", () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 1, max: 9 }), (scheme, times) => {
        const groups = scheme.groups.toReversed().map((group) => ({
          ...group,
          criteria: group.criteria.map((own) => ({ ...own, weight: plain(exact(own.weight).times(times)) })),
        }));
        expect([validateScheme(scheme), validateScheme({ ...scheme, groups })]).toEqual([[], []]);
      }),
    );
  });
  it("is not once a group weighs more or less, and the place and the sums are said", () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 1, max: 500 }), (scheme, more) => {
        const groups = scheme.groups.map((own, at) =>
          at === 0 ? { ...own, weight: plain(exact(own.weight).plus(exact(more).div(100))) } : own,
        );
        const sum = plain(exact(scheme.fullMark).plus(exact(more).div(100)));
        const { fullMark } = scheme;
        expect(validateScheme({ ...scheme, groups })).toEqual(
          ["hitech", "cluster"].map((type) => ({
            ...{ path: "groups", code: "weights-not-full-mark", figures: { type, sum, fullMark } },
          })),
        );
      }),
    );
  });
});
