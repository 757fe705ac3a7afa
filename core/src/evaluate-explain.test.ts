import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import { explainLine, explainTotal, lostPoints } from "./evaluate-explain.ts";
import { gainsOf } from "./evaluate-gain.ts";
import { exact, plain } from "./quantity.ts";
import { exampleCriterion, exampleGroup, exampleScheme } from "./scheme-example.ts";

const city = evaluate(cityScheme, cityFacts, "seal");
const areaOf = (code: string) => city.areas.filter(({ area }) => area === code);

describe("a score line explains itself", () => {
  it("with its weight, its inputs and their versions, its arithmetic and its rounding", () => {
    const line = explainLine(city, "A", "firms");
    expect(line?.weight).toEqual({ group: "60", relative: "1", sum: "3", effective: "20" });
    expect(
      line?.inputs.map(({ input, value, sources }) => [
        input,
        value,
        sources.map(({ id, version }) => `${id} ${version}`),
      ]),
    ).toEqual([
      ["actual", "280", ["A-firms 1"]],
      ["target", "300", ["T-A-firms 1"]],
    ]);
    expect(line?.steps).toEqual([
      { code: "rate-of-target", item: null, figures: { actual: "280", target: "300", rate: "0.9333333333" } },
      { code: "weighted", item: null, figures: { weight: "20", rate: "0.9333333333", points: "18.6666666667" } },
      { code: "rounded-half-up", item: null, figures: { from: "18.6666666667", scale: "2", to: "18.67" } },
    ]);
    expect([line?.shown, line?.roundsHere, line?.policy]).toEqual(["18.67", true, "refuse"]);
  });
  it("over a pool, with the ends of the pool", () => {
    expect(explainLine(city, "B", "share")?.steps[0]).toEqual({
      ...{ code: "position-in-range", item: "up" },
      figures: { value: "20", min: "20", max: "30", floor: "0.2", share: "0.2" },
    });
  });
  it("where the criterion does not apply, with the weight that went to the others", () => {
    expect(explainLine(city, "C", "rd")).toMatchObject({ state: "not-applicable", steps: [], shown: null, inputs: [] });
    expect(explainLine(city, "C", "firms")?.weight).toEqual({ group: "60", relative: "1", sum: "1", effective: "60" });
  });
  it("where a figure is missing, with the policy and what it gave", () => {
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria: [exampleCriterion({ missing: "zero" })] })] });
    const run = evaluate(scheme, { ...cityFacts, figures: [] }, "seal");
    expect(explainLine(run, "A", "firms")).toMatchObject({
      ...{ state: "settled", reason: "figure-missing", policy: "zero", shown: "0.00" },
      steps: [{ code: "rounded-half-up", figures: { from: "0", to: "0.00" } }],
    });
  });
  it("but not for an area or a criterion that the run has not", () => {
    expect([explainLine(city, "X", "firms"), explainLine(city, "A", "x")]).toEqual([undefined, undefined]);
  });
});

describe("where the points went", () => {
  it("A: 100 − 4.8 − 1.33 − 5", () => {
    expect(
      areaOf("A").map((area) =>
        lostPoints(area, cityScheme).map(({ kind, criterion, points }) => [kind, criterion, points]),
      ),
    ).toEqual([
      [
        ["full-mark", null, "100"],
        ["lost", "rd", "-4.8"],
        ["lost", "firms", "-1.33"],
        ["adjustment", null, "-5"],
        ["total", null, "88.87"],
      ],
    ]);
  });
  it.each(["A", "B", "C", "D"])("%s: the steps add up to the total", (code) => {
    for (const area of areaOf(code)) {
      const steps = lostPoints(area, cityScheme);
      const sum = steps.slice(0, -1).reduce((total, { points }) => total.plus(points), exact(0));
      expect(sum.toFixed(2)).toBe(area.shown);
    }
  });
  it("stretched to the full mark, where something did not apply: 60 of 100", () => {
    const declared = { state: "not-applicable", value: null } as const;
    const figures = cityFacts.figures.map((own) => (own.id === "B-share" ? { ...own, ...declared } : own));
    const groups = cityScheme.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((own) => ({ ...own, missing: "not-applicable" as const })),
    }));
    const scheme = { ...cityScheme, groups };
    const run = evaluate(scheme, { ...cityFacts, figures }, "seal");
    const own = run.areas.filter(({ area }) => area === "B");
    // 15 + 32 = 47 of 60: × 100/60 = 78.33; 5 × 100/60 and 8 × 100/60 are lost
    expect(own.map((area) => lostPoints(area, scheme).map(({ kind, points }) => [kind, points.slice(0, 9)]))).toEqual([
      [
        ["full-mark", "100"],
        ["lost", "-13.33333"],
        ["lost", "-8.333333"],
        ["rounding", "-0.003333"],
        ["total", "78.33"],
      ],
    ]);
    expect(own.map((area) => explainTotal(area, scheme).find(({ code }) => code === "weighted")?.figures)).toEqual([
      { weight: "100", rate: "0.7833333333", points: "78.3333333333" },
    ]);
  });
  it("adds up the groups, adjusts and rounds", () => {
    const [steps] = areaOf("C").map((area) => explainTotal(area, cityScheme));
    expect(
      steps?.map(({ code, item, figures }) => [code, item, figures["points"] ?? figures["given"] ?? figures["to"]]),
    ).toEqual([
      ["part", "innovation", "54"],
      ["part", "growth", "8"],
      ["adjustment-base", null, undefined],
      ["adjustment", "award", "2"],
      ["adjustment", "accident", "0"],
      ["adjustments-total", null, "2"],
      ["rounded-half-up", null, "64.00"],
    ]);
  });
});

describe("what it takes", () => {
  const decimals = new Map([
    ["firms", 0],
    ["rd", 2],
  ]);
  it("B: 33.87 to draw level with A, which nothing but the share could give in part; 5 to be fair", () => {
    // Fair begins at 60, B has 55: firms are full at 20, with 15 there, for 200 instead of 150; R&D at 2.32 of 2.5 gives 37.12
    expect(gainsOf(city, "B", decimals)).toEqual([
      { kind: "rank", of: "A", rank: 1, points: "33.87", tieBreak: null, levers: [] },
      {
        ...{ kind: "cutoff", of: "fair", rank: null, points: "5", tieBreak: null },
        levers: [
          { criterion: "firms", room: "5", input: "actual", from: "150", to: "200", dependsOn: null },
          { criterion: "rd", room: "8", input: "actual", from: "2", to: "2.32", dependsOn: null },
          { criterion: "share", room: "32", input: null, from: null, to: null, dependsOn: "pool" },
        ],
      },
    ]);
  });
  it.each(gainsOf(city, "B", decimals).flatMap(({ points, levers }) => levers.map((lever) => ({ points, ...lever }))))(
    "$criterion at $to gives what is needed, and one unit less does not",
    ({ points, criterion, to, input }) => {
      if (to === null || input === null) return;
      const unit = exact(10).pow(-(decimals.get(criterion) ?? 2));
      const totalWith = (value: string) => {
        const figures = cityFacts.figures.map((own) => (own.id === `B-${criterion}` ? { ...own, value } : own));
        return evaluate(cityScheme, { ...cityFacts, figures }, "seal").areas.find(({ area }) => area === "B")?.scaled;
      };
      const wanted = exact("55").plus(points);
      expect(totalWith(to)?.gte(wanted)).toBe(true);
      expect(totalWith(plain(exact(to).minus(unit)))?.lt(wanted)).toBe(true);
    },
  );
  it("nothing for who leads and has the best grade, or is locked", () => {
    expect(gainsOf(city, "D", decimals)).toEqual([]);
    expect(gainsOf(city, "A", decimals).map(({ kind, of, points }) => [kind, of, points])).toEqual([
      ["cutoff", "good", "1.13"],
    ]);
  });
  it("the last place within a quota", () => {
    const grades = [
      { code: "good", name: "好", nameEn: null, from: null, quota: { kind: "count" as const, value: "1" } },
      { code: "poor", name: "差", nameEn: null, from: null, quota: null },
    ];
    const run = evaluate({ ...cityScheme, grades, vetoes: [] }, cityFacts, "seal");
    expect(gainsOf(run, "B", decimals).map(({ kind, of, rank, points }) => [kind, of, rank, points])).toEqual([
      ["rank", "A", 1, "33.87"],
      ["quota", "good", 1, "33.87"],
    ]);
  });
});
