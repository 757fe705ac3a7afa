import { type AreaResult, type BarFacts, barAreas, excludeVetoed } from "./evaluate-bar.ts";
import type { Scene } from "./evaluate-cell.ts";
import type { AreaFact, EvaluationFacts } from "./evaluate-facts.ts";
import { gradeAreas } from "./evaluate-grade.ts";
import { scoreGroup } from "./evaluate-group.ts";
import { makeSources } from "./evaluate-inputs.ts";
import type { Scoreboard } from "./evaluate-line.ts";
import { rankAreas } from "./evaluate-rank.ts";
import type { Refusal, RefusalCode } from "./evaluate-refusal.ts";
import { adjustTotals, totalOf } from "./evaluate-total.ts";
import { applyWindows, barByWindows } from "./evaluate-window.ts";
import type { ResultStep, Scheme } from "./scheme.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { orderGroups } from "./scheme-references.ts";
import { type UnverifiedPlace, unverifiedPlaces } from "./scheme-unverified.ts";
import { validateScheme } from "./scheme-validate.ts";

/** A trial may rest on 待核 weights, and says so; what is to be sealed may not. */
export const purposes = ["trial", "seal"] as const;
export type Purpose = (typeof purposes)[number];

/** The result of a run: every reason against it, or every area's result. Points are exact, traces made on demand. */
export interface Evaluation {
  readonly scheme: Scheme;
  readonly purpose: Purpose;
  readonly refusals: readonly Refusal[];
  /** Empty where the run is refused. */
  readonly areas: readonly AreaResult[];
  readonly unverified: readonly UnverifiedPlace[];
}

const against = (code: RefusalCode, figures: Refusal["figures"] = {}, area: string | null = null): Refusal => ({
  ...{ code, area, criterion: null, figures },
});

/** What stands against a run before anything is scored. */
function refusalsAhead(scheme: Scheme, areas: readonly AreaFact[], purpose: Purpose): Refusal[] {
  const types = new Set(scheme.parkTypes.map(({ code }) => code));
  const alone = scheme.pools.flatMap((pool) => {
    const members = areas.filter(({ type }) => pool.types.includes(type));
    const [only] = members;
    return members.length === 1 && only !== undefined ? [against("pool-of-one", { pool: pool.code }, only.code)] : [];
  });
  return [
    ...validateScheme(scheme).map(({ path, code }) => against("invalid-scheme", { path, fault: code })),
    ...(purpose === "trial" ? [] : unverifiedPlaces(scheme).map(({ path }) => against("unverified", { path }))),
    ...(areas.length === 0 ? [against("no-areas")] : []),
    ...areas.flatMap(({ code, type }) => (types.has(type) ? [] : [against("unknown-park-type", { type }, code)])),
    ...alone,
  ];
}

function makeBoards({ pools }: Scheme, areas: readonly AreaFact[]): Scoreboard[] {
  return pools.flatMap(({ code, types }) =>
    areas
      .filter(({ type }) => types.includes(type))
      .map((fact) => ({ fact, pool: code, lines: [], groups: new Map(), points: new Map() })),
  );
}

function scoreAll(scheme: Scheme, boards: readonly Scoreboard[], facts: EvaluationFacts): Refusal[] {
  const before = facts.earlier.filter(({ year }) => year === scheme.evaluationYear - 1);
  const scene: Scene = {
    sources: makeSources(scheme, facts),
    lastYear: new Map(before.map((result) => [result.area, result])),
    referred: new Set(scheme.groups.flatMap(({ criteria }) => criteria.flatMap(referredCriteria))),
    refusals: [],
  };
  const pools = scheme.pools.map(({ code }) => boards.filter(({ pool }) => pool === code));
  const firsts = new Map<Group, number>();
  let place = 0;
  for (const group of scheme.groups) {
    firsts.set(group, place);
    place += group.criteria.length;
  }
  for (const group of orderGroups(scheme).order) {
    const placed = { group, first: firsts.get(group) ?? 0 };
    for (const own of pools) scoreGroup(placed, own, scene);
  }
  return scene.refusals;
}

const referredCriteria = ({ inputs }: Criterion): string[] =>
  Object.values(inputs).flatMap((binding) => (binding.from === "criterion" ? [`criterion ${binding.code}`] : []));

/** What was composed of something refused lacks points: that is no reason of its own. */
function ownReasons(refusals: readonly Refusal[]): readonly Refusal[] {
  const own = refusals.filter(({ code }) => code !== "points-missing");
  return own.length > 0 ? own : refusals;
}

/** Areas to whom nothing applies: they are not scored 0, and nobody is ranked behind for it. */
function unscoredAreas({ groups }: Scheme, boards: readonly Scoreboard[], refused: readonly Refusal[]): Refusal[] {
  const known = new Set(refused.map(({ area }) => area));
  const counted = new Set(groups.filter(({ role }) => role === "counted").map(({ code }) => code));
  return boards.flatMap(({ fact, lines }) => {
    const isScored = lines.some(
      ({ group, points, weight }) => counted.has(group) && points !== null && weight?.isZero() === false,
    );
    return isScored || known.has(fact.code) ? [] : [against("nothing-to-score", {}, fact.code)];
  });
}

/** A value made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function conclude(scheme: Scheme, boards: readonly Scoreboard[], facts: EvaluationFacts): AreaResult[] {
  const counts = new Map(facts.counts.map((fact) => [`${fact.code} ${fact.area}`, fact]));
  const bars: BarFacts = {
    counts,
    targets: once(() => new Map(facts.targets.map((target) => [target.id, target]))),
    directions: new Map(facts.indicators.map((indicator) => [indicator.code, indicator])),
  };
  const steps: Record<ResultStep, (areas: readonly AreaResult[]) => AreaResult[]> = {
    adjustments: (areas) => adjustTotals(areas, scheme, counts),
    vetoes: (areas) => barAreas(areas, scheme, bars),
    ranks: (areas) => rankAreas(areas, scheme),
    grades: (areas) => gradeAreas(areas, scheme),
  };
  const none = { eligible: true, rank: null, ranked: 0, tied: false, tieBreak: null, grade: null, locked: false };
  const totals = boards.map((board): AreaResult => ({ ...totalOf(board, scheme), ...none, vetoes: [], windows: [] }));
  const run = (areas: AreaResult[]): AreaResult[] => scheme.order.reduce((now, step) => steps[step](now), areas);
  const start = excludeVetoed(totals, scheme, bars);
  const first = run(start);
  const barred = barByWindows(first, scheme, facts.earlier);
  const isLeft = start.map((area) => (barred.has(area.area) ? { ...area, eligible: false } : area));
  return applyWindows(barred.size === 0 ? first : run(isLeft), scheme, { earlier: facts.earlier, barred });
}

/**
 * Scores all areas by a scheme on the facts of one instant: points by criterion, group and in total, adjustments,
 * vetoes, ranks, grades, window rules. Refuses with every reason at once, and then scores nobody. Pure: the same scheme
 * and facts, in whatever order, give the same result.
 */
export function evaluate(scheme: Scheme, facts: EvaluationFacts, purpose: Purpose): Evaluation {
  const areas = facts.areas.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const unverified = unverifiedPlaces(scheme);
  const ahead = refusalsAhead(scheme, areas, purpose);
  const outcome = (refusals: readonly Refusal[], results: readonly AreaResult[]): Evaluation => ({
    ...{ scheme, purpose, refusals, areas: results, unverified },
  });
  if (ahead.some(({ code }) => code === "invalid-scheme")) return outcome(ahead, []);
  const boards = makeBoards(scheme, areas);
  const found = [...ahead, ...scoreAll(scheme, boards, facts)];
  const refusals = ownReasons([...found, ...unscoredAreas(scheme, boards, found)]);
  return refusals.length > 0 ? outcome(refusals, []) : outcome([], conclude(scheme, boards, facts));
}
