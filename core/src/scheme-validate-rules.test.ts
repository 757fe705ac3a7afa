import { describe, expect, it } from "vitest";
import type { Caliber } from "./caliber.ts";
import { exampleTarget } from "./example.ts";
import type { Scheme } from "./scheme.ts";
import { exampleCriterion, exampleGroup, exampleScheme } from "./scheme-example.ts";
import type { SchemeContext } from "./scheme-fault.ts";
import { validateScheme } from "./scheme-validate.ts";

type Given = Parameters<typeof exampleScheme>[0];
const named = (code: string) => ({ code, name: code, nameEn: null });

function said(scheme: Scheme, known?: SchemeContext): string[] {
  return validateScheme(scheme, known).map(({ path, code, figures }) =>
    [path, code, ...Object.entries(figures).map(([name, value]) => `${name}=${value}`)].join(" "),
  );
}

describe("rules", () => {
  const grades = [
    { ...named("good"), from: "9", quota: { kind: "percent", value: "30" } },
    { ...named("fair"), from: "6", quota: { kind: "percent", value: "60" } },
    { ...named("poor"), from: null, quota: null },
  ] as const;
  const [good, fair, poor] = grades;
  const lock = { kind: "lock-grade", grade: "poor" } as const;
  it.each<[string, Given, string[]]>([
    [
      "cutoffs that rise, or lie over the full mark",
      { grades: [{ ...good, from: "11" }, { ...fair, from: "11" }, poor] },
      [
        "grades[0].from cutoff-above-full-mark from=11 fullMark=10",
        "grades[1].from cutoff-above-full-mark from=11 fullMark=10",
        "grades[1].from cutoffs-not-descending from=11 above=11",
      ],
    ],
    [
      "quotas over the whole",
      { grades: [good, { ...fair, quota: { kind: "percent", value: "70.5" } }, poor] },
      ["grades quotas-over-whole sum=100.5"],
    ],
    [
      "half a place",
      { grades: [{ ...good, quota: { kind: "count", value: "1.5" } }, poor] },
      ["grades[0].quota.value quota-out-of-range value=1.5"],
    ],
    ["a last grade that some do not get", { grades: [good, fair] }, ["grades[1] last-grade-bounded grade=fair"]],
    [
      "a chain that parts by what is not there, or twice by the same",
      {
        ties: {
          rule: "dense",
          chain: [
            { by: "criterion", code: "rd" },
            { by: "group", code: "innovation" },
            { by: "group", code: "innovation" },
          ],
        },
      },
      ["ties.chain[0].code unknown-criterion code=rd", "ties.chain[2] tie-break-repeated code=innovation"],
    ],
    [
      "a veto that locks a grade that is not there",
      {
        grades: [...grades],
        vetoes: [{ ...named("v"), when: { kind: "count", code: "v", atLeast: 1 }, effect: { ...lock, grade: "bad" } }],
      },
      ["vetoes[0].effect.grade unknown-grade grade=bad"],
    ],
    [
      "a veto that drops further than there are grades",
      {
        grades: [...grades],
        vetoes: [
          {
            ...named("v"),
            when: { kind: "points-below", criterion: "rd", share: "1.5" },
            effect: { kind: "drop-grade", by: 3 },
          },
          { ...named("w"), when: { kind: "points-below", criterion: "firms", share: "1.5" }, effect: lock },
        ],
      },
      [
        "vetoes[0].effect.by drop-too-deep by=3 grades=3",
        "vetoes[0].when.criterion unknown-criterion code=rd",
        "vetoes[1].when.share share-out-of-range share=1.5",
      ],
    ],
    [
      "three of two years",
      {
        windows: [
          { ...named("w"), years: 2, atLeast: 3, test: { kind: "last", places: 5 }, effect: { kind: "warn" } },
          { ...named("x"), years: 3, atLeast: 2, test: { kind: "grade", grades: ["poor"] }, effect: { kind: "warn" } },
        ],
      },
      ["windows[0].atLeast window-impossible atLeast=3 years=2", "windows[1].test.grades unknown-grade grade=poor"],
    ],
    [
      "a cap below nothing",
      { adjustments: { items: [{ ...named("award"), points: "1", cap: "-1" }], cap: "-2" } },
      ["adjustments.items[0].cap negative-cap cap=-1", "adjustments.cap negative-cap cap=-2"],
    ],
    [
      "totals that more may see than the ranks that follow from them",
      { visibility: { grade: "public", rank: "group", total: "public", lines: "own" } },
      ["visibility.total total-above-rank total=public rank=group"],
    ],
  ])("%s", (_name, own, expected) => expect(said(exampleScheme(own))).toEqual(expected));

  const veto = { ...named("v"), when: { kind: "target-missed", criterion: "firms" }, effect: lock } as const;
  it.each([
    [
      "an aspirational target",
      { aspirational: true, nature: "binding" },
      ["vetoes[0].when.criterion veto-on-aspirational target=T"],
    ],
    [
      "a target that does not bind",
      { nature: "expected" },
      ["vetoes[0].when.criterion veto-on-unbinding target=T nature=expected"],
    ],
    ["a binding target", { nature: "binding" }, []],
  ] as const)("a veto on %s", (_name, own, expected) => {
    const target = exampleTarget({ indicator: "firms", ...own });
    const scheme = exampleScheme({ grades: [...grades], vetoes: [veto] });
    expect(said(scheme, { targets: [target] })).toEqual(expected);
  });
  it("a veto on a criterion that compares with no target", () => {
    const criterion = exampleCriterion({ scorer: { type: "level-growth" }, inputs: { growth: { from: "figure" } } });
    const scheme = exampleScheme({
      grades: [...grades],
      vetoes: [veto],
      groups: [exampleGroup({ criteria: [criterion] })],
    });
    expect(said(scheme)).toEqual(["vetoes[0].when.criterion veto-without-target criterion=firms"]);
  });
});

describe("against what the installation knows", () => {
  const areas = [
    { code: "a", type: "hitech" },
    { code: "b", type: "hitech" },
    { code: "c", type: "cluster" },
  ];
  const blank: Caliber = {
    ...{
      code: "all",
      name: "口径未注明",
      nameEn: null,
      scope: null,
      scopeEn: null,
      population: null,
      populationEn: null,
    },
    ...{ denominator: null, denominatorEn: null, level: null, levelEn: null, price: null, priceEn: null },
    ...{ classification: null, classificationEn: null },
  };
  it.each<[string, SchemeContext, string[]]>([
    ["a pool of one", { areas }, ["pools[1] pool-of-one pool=second area=c"]],
    [
      "an indicator that is not defined",
      { indicators: new Map() },
      ["groups[0].criteria[0].indicator unknown-indicator indicator=firms"],
    ],
    [
      "a caliber that is not defined",
      { calibers: new Map() },
      ["groups[0].criteria[0].caliber unknown-caliber caliber=all"],
    ],
    [
      "a caliber that says nothing",
      { calibers: new Map([["all", blank]]) },
      ["groups[0].criteria[0].caliber caliber-unstated caliber=all"],
    ],
  ])("%s", (_name, known, expected) => expect(said(exampleScheme(), known)).toEqual(expected));
});
