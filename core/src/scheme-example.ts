import type { z } from "zod";
import type { AreaFact, EvaluationFacts, FigureFact, TargetFact } from "./evaluate-facts.ts";
import { exampleFigure, exampleTarget } from "./example.ts";
import { Scheme } from "./scheme.ts";
import { Criterion, Group } from "./scheme-criterion.ts";

/** For tests: schemes and facts with everything that a case does not speak of filled in. */

const unnoted = { note: null, noteEn: null } as const;
type Given<Schema extends z.ZodType> = Partial<z.input<Schema>>;

export function exampleCriterion(own: Given<typeof Criterion> = {}): Criterion {
  return Criterion.parse({
    ...{ code: "firms", name: "高新技术企业数", nameEn: null, indicator: "firms", caliber: "all" },
    scorer: { type: "completion" },
    ...{ weight: "1", weights: {}, missing: "refuse", benchmarks: [], unverified: [] },
    inputs: { actual: { from: "figure" }, target: { from: "target" } },
    ...unnoted,
    ...own,
  });
}

export function exampleGroup(own: Given<typeof Group> = {}): Group {
  return Group.parse({
    ...{ code: "innovation", name: "企业自主创新", nameEn: null, role: "counted", weight: "10", weights: {} },
    ...{ criteria: [exampleCriterion()], unverified: [] },
    ...unnoted,
    ...own,
  });
}

/** A full mark of the one group's 10; two park types, each its own pool; ranks before grades. */
export function exampleScheme(own: Given<typeof Scheme> = {}): Scheme {
  return Scheme.parse({
    ...{ code: "S", name: "考核方案", nameEn: null, evaluationYear: 2018, dataYear: 2017, fullMark: "10" },
    rounding: { mode: "half-up", scale: 2, stage: "criterion", compare: "rounded" },
    order: ["adjustments", "ranks", "grades", "vetoes"],
    parkTypes: [
      { code: "hitech", name: "高新区", nameEn: null },
      { code: "cluster", name: "集中区", nameEn: null },
    ],
    pools: [
      { code: "first", name: "第一组", nameEn: null, types: ["hitech"] },
      { code: "second", name: "第二组", nameEn: null, types: ["cluster"] },
    ],
    groups: [exampleGroup()],
    ties: { rule: "competition", chain: [] },
    grades: [],
    quotas: { scope: "pool", rounding: "down", ties: "exclude" },
    adjustments: { items: [], cap: null },
    ...{ vetoes: [], windows: [] },
    visibility: { grade: "public", rank: "all", total: "group", lines: "own" },
    ...{ sources: [], unverified: [] },
    ...unnoted,
    ...own,
  });
}

/** An adopted figure of 2017. */
export function figureFact(area: string, indicator: string, value: string, own: Partial<FigureFact> = {}): FigureFact {
  const figure = exampleFigure({ area, indicator, value, period: "2017", caliber: "all", role: "adopted" });
  return { ...figure, id: `${area}-${indicator}`, grade: "original", ...own };
}

/** A target of 2020 whose yearly plan names a value for 2017. */
export function targetFact(area: string, indicator: string, value: string, own: Partial<TargetFact> = {}): TargetFact {
  const part = { period: "2017", area: null, value, document: "D", clause: null };
  const target = exampleTarget({ area, indicator, caliber: "all", due: "2020", value: "999", decomposition: [part] });
  return { ...target, id: `T-${area}-${indicator}`, version: 1, ...own };
}

export function exampleFacts(areas: readonly AreaFact[], own: Partial<EvaluationFacts> = {}): EvaluationFacts {
  return {
    ...{ areas, indicators: [], figures: [], bridges: [], targets: [], panels: [], milestones: [] },
    ...{ counts: [], earlier: [] },
    ...own,
  };
}
