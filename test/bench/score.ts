import { evaluate } from "@yuanbiao/core/evaluate";
import type { EvaluationFacts } from "@yuanbiao/core/evaluate-facts";
import { type Exact, exact } from "@yuanbiao/core/quantity";
import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion, Group } from "@yuanbiao/core/scheme-criterion";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "@yuanbiao/core/scheme-example";
import { settle } from "@yuanbiao/core/scorer-rounding";
import { median } from "./processes.ts";
import { indicatorCode, national, parkCode } from "./synthetic.ts";

const rounds = 9;
const groupCount = 5;
const { parks, indicators } = national;
const target = "80.00";
const areas = Array.from({ length: parks }, (_, at) => ({ code: parkCode(at), type: at % 2 ? "hitech" : "cluster" }));
const pools = ["hitech", "cluster"].map((type) => areas.filter((area) => area.type === type));
const codes = Array.from({ length: indicators }, (_, at) => indicatorCode(at));

/** Which criteria compare a pool with itself: none, all, every other one; by their places. */
const mixes: Readonly<Record<string, (at: number) => boolean>> = {
  completion: () => false,
  "min-max": () => true,
  "half and half": (at) => at % 2 === 1,
};
type IsOverPool = (at: number) => boolean;

function criterionOf(code: string, isOverPool: boolean): Criterion {
  const named = { code, indicator: code };
  if (!isOverPool) return exampleCriterion(named);
  const scorer = { type: "min-max", direction: "up", degenerate: "full" } as const;
  return exampleCriterion({ ...named, scorer, inputs: { values: { from: "figure" } } });
}

function schemeOf(isOverPool: IsOverPool): Scheme {
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const own = codes.flatMap((code, at) => (at % groupCount === group ? [criterionOf(code, isOverPool(at))] : []));
    return exampleGroup({ code: `group-${group}`, weight: String(100 / groupCount), criteria: own });
  });
  return exampleScheme({ fullMark: "100", groups });
}

const figureOf = (park: number, at: number): string => (((park * 7919 + at * 104_729) % 9973) / 100).toFixed(2);

function factsOf(isOverPool: IsOverPool): EvaluationFacts {
  const figures = areas.flatMap(({ code }, park) => codes.map((own, at) => figureFact(code, own, figureOf(park, at))));
  const targets = areas.flatMap(({ code }) =>
    codes.flatMap((own, at) => (isOverPool(at) ? [] : [targetFact(code, own, target)])),
  );
  return exampleFacts(areas, { figures, targets });
}

type Plain = ReadonlyMap<string, ReadonlyMap<string, string>>;
/** What the loop starts from: a figure and a target by area and indicator, each in a plain map. */
interface Given {
  readonly actuals: Plain;
  readonly targets: Plain;
  readonly groups: readonly Group[];
}

function givenOf({ figures, targets }: EvaluationFacts, { groups }: Scheme): Given {
  const byArea = (rows: readonly { area: string; indicator: string; value: string | null }[]): Plain => {
    const found = new Map(areas.map(({ code }) => [code, new Map<string, string>()]));
    for (const { area, indicator, value } of rows) found.get(area)?.set(indicator, value ?? "");
    return found;
  };
  const parts = targets.map(({ area, indicator, decomposition }) => ({
    ...{ area, indicator, value: decomposition[0]?.value ?? null },
  }));
  return { actuals: byArea(figures), targets: byArea(parts), groups };
}

const read = (from: Plain, area: string, indicator: string): Exact => exact(from.get(area)?.get(indicator) ?? "");
/** As ours: what an endless quotient has lost at its end is put right, and then the points are rounded. */
const rounded = (points: Exact): Exact => settle(points).toDecimalPlaces(2);

type Add = (area: string, points: Exact) => void;

function addCompletion({ actuals, targets }: Given, { code, weight }: Weighed, add: Add): void {
  for (const { code: area } of areas) {
    const [actual, aim] = [read(actuals, area, code), read(targets, area, code)];
    add(area, actual.gte(aim) ? weight : weight.times(actual).div(aim));
  }
}

function addRange({ actuals }: Given, { code, weight }: Weighed, add: Add): void {
  for (const members of pools) {
    const values = members.map((area) => read(actuals, area.code, code));
    let [min, max] = [values[0] ?? exact(0), values[0] ?? exact(0)];
    for (const value of values) {
      if (value.lt(min)) min = value;
      if (value.gt(max)) max = value;
    }
    const range = max.minus(min);
    for (const [at, value] of values.entries()) {
      add(members[at]?.code ?? "", weight.times(value.minus(min)).div(range));
    }
  }
}

interface Weighed {
  readonly code: string;
  readonly weight: Exact;
}

/** The points of every criterion, rounded and added up: what anybody would write who needs nothing but the totals. */
function plainLoop(given: Given): Map<string, Exact> {
  const sums = new Map(areas.map(({ code }) => [code, exact(0)]));
  const add: Add = (area, points) => {
    sums.set(area, (sums.get(area) ?? exact(0)).plus(rounded(points)));
  };
  for (const { criteria, weight: whole } of given.groups) {
    const weight = exact(whole).div(criteria.length);
    for (const { code, scorer } of criteria) {
      const addAll = scorer.type === "completion" ? addCompletion : addRange;
      addAll(given, { code, weight }, add);
    }
  }
  return sums;
}

function check(scheme: Scheme, facts: EvaluationFacts, given: Given): void {
  const { refusals, areas: results } = evaluate(scheme, facts, "seal");
  const sums = plainLoop(given);
  const same = results.filter(({ area, shown }) => sums.get(area)?.toFixed(2) === shown).length;
  if (refusals.length > 0 || same !== parks) throw new Error(`${same} of ${parks} totals are the same`);
}

function timeOf(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

interface Measured {
  readonly ratio: number;
  readonly said: string;
}

function measure(name: string, isOverPool: IsOverPool): Measured {
  const [scheme, facts] = [schemeOf(isOverPool), factsOf(isOverPool)];
  const given = givenOf(facts, scheme);
  check(scheme, facts, given);
  const pairs = Array.from({ length: rounds }, () => {
    const limit = timeOf(() => plainLoop(given));
    return { limit, own: timeOf(() => evaluate(scheme, facts, "seal")) };
  });
  const ratio = median(pairs.map(({ limit, own }) => own / limit));
  const [own, limit] = [median(pairs.map((pair) => pair.own)), median(pairs.map((pair) => pair.limit))];
  return { ratio, said: `${name} ${Math.round(own)} ms against ${Math.round(limit)} ms, ${ratio.toFixed(2)}` };
}

/**
 * Time of a run of all parks on all indicators ÷ that of the plain loop, for each mix of completion and min-max by itself;
 * the greatest of them is the ratio. Facts are read into memory before, for both.
 */
export function scoring(): Measured {
  const measured = Object.entries(mixes).map(([name, isOverPool]) => measure(name, isOverPool));
  const said = `score: ${parks} parks by ${indicators} criteria: ${measured.map((one) => one.said).join("; ")}`;
  return { ratio: Math.max(...measured.map(({ ratio }) => ratio)), said };
}
