import type { Asked } from "./evaluate-asked.ts";
import type { Exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import { benchmarkFor } from "./scheme-benchmark.ts";
import type { Criterion } from "./scheme-criterion.ts";
import type { Scoring } from "./scorer-definition.ts";
import { type Scored, unscored } from "./scorer-outcome.ts";
import { prepareScorer, type ScorerConfig, type ScorerInputs } from "./scorer-run.ts";

/** What one area asks of a criterion's rule. */
export interface Question {
  readonly area: string;
  readonly type: string;
  readonly asked: Asked;
}

/** A criterion's rule over one pool: each weight is made ready once, and so is what a whole pool gets by it. */
export interface PoolRule {
  score(question: Question, weight: Exact): Scored;
}

/** 满意值 and 不允许值 of the data year stand in for those of the rule, where they are stored. */
function configFor({ scorer, benchmarks }: Criterion, { dataYear }: Scheme, type: string): ScorerConfig {
  if (scorer.type !== "efficacy") return scorer;
  const { satisfactory = null, unallowable = null } = benchmarkFor(benchmarks, dataYear, type) ?? {};
  return { ...scorer, ...(satisfactory !== null && { satisfactory }), ...(unallowable !== null && { unallowable }) };
}

function inputsOf({ figures, scores, state, counts }: Asked): ScorerInputs {
  if (scores !== null) return { scores: [...scores] };
  if (state !== null) return { state };
  return counts === null ? figures : { base: figures["base"], counts };
}

/** By an input named `values`, everybody in the pool is compared with everybody else. */
export const isOverPool = ({ inputs }: Pick<Criterion, "inputs">): boolean => inputs["values"] !== undefined;

/** The figures of a pool by area; of a rule that looks at one area alone there are none. */
type PoolValues = Readonly<Record<string, string>>;

/** A rule for the areas of one pool; weights are told apart by their identity. */
export function makePoolRule(criterion: Criterion, scheme: Scheme, values: PoolValues): PoolRule {
  const ready = new Map<Exact, Scoring<ScorerInputs>>();
  const prepared = (type: string, weight: Exact): Scoring<ScorerInputs> => {
    const known = ready.get(weight);
    if (known !== undefined) return known;
    const scoring = prepareScorer(configFor(criterion, scheme, type), weight);
    ready.set(weight, scoring);
    return scoring;
  };
  if (!isOverPool(criterion)) {
    return {
      score({ type, asked, area }, weight) {
        const outcome = prepared(type, weight).score(inputsOf(asked));
        return outcome.kind === "one" ? outcome.scored : (outcome.areas.get(area) ?? unscored("missing-input", area));
      },
    };
  }
  const pools = new Map<Exact, ReadonlyMap<string, Scored>>();
  const poolOf = (type: string, weight: Exact): ReadonlyMap<string, Scored> => {
    const known = pools.get(weight);
    if (known !== undefined) return known;
    const outcome = prepared(type, weight).score({ values });
    const areas = outcome.kind === "pool" ? outcome.areas : new Map<string, Scored>();
    pools.set(weight, areas);
    return areas;
  };
  return { score: ({ area, type }, weight) => poolOf(type, weight).get(area) ?? unscored("missing-input", area) };
}
