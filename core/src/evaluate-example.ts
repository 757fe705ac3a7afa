import { type Evaluation, evaluate } from "./evaluate.ts";
import type { EvaluationFacts } from "./evaluate-facts.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

/** For tests: areas of one pool, ranked, graded and barred by what they have reached. */

export type GivenScheme = Parameters<typeof exampleScheme>[0];
type GivenGrade = NonNullable<NonNullable<GivenScheme>["grades"]>[number];

export const named = (code: string) => ({ code, name: code, nameEn: null });
export const quota = (value: string, kind: "percent" | "count" = "percent") => ({ kind, value });
export const good = (own: Partial<GivenGrade>): GivenGrade => ({ ...named("good"), from: null, quota: null, ...own });
export const fair: GivenGrade = { ...named("fair"), from: "6", quota: null };
export const poor: GivenGrade = { ...named("poor"), from: null, quota: null };
export const cutoffs = [good({ from: "9" }), fair, poor];

/** Areas of one pool with the percent that each has reached of x and of y, 5 points each. */
export function runReached(
  reached: Readonly<Record<string, readonly [x: number, y: number]>>,
  own: GivenScheme,
  more: Partial<EvaluationFacts> = {},
): Evaluation {
  const criteria = ["x", "y"].map((code) => exampleCriterion({ code, indicator: code }));
  const scheme = exampleScheme({ groups: [exampleGroup({ criteria })], ...own });
  const areas = Object.keys(reached).map((code) => ({ code, type: "hitech" }));
  const figures = Object.entries(reached).flatMap(([code, [x, y]]) => [
    ...[figureFact(code, "x", String(x)), figureFact(code, "y", String(y))],
  ]);
  const targets = areas.flatMap(({ code }) => [targetFact(code, "x", "100"), targetFact(code, "y", "100")]);
  return evaluate(scheme, exampleFacts(areas, { figures, targets, ...more }), "seal");
}

/** "A =2": the place, and whether it is shared. */
export const places = ({ areas }: Evaluation): string[] =>
  areas.map(({ area, rank, tied }) => `${area} ${tied ? "=" : ""}${rank}`);
export const graded = ({ areas }: Evaluation): string[] => areas.map(({ area, grade }) => `${area} ${grade}`);
