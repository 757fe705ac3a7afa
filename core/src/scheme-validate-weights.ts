import { type Exact, exact, plain, roundTo } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { found, type SchemeFault, schemeFault } from "./scheme-fault.ts";
import { groupWeights, relativeWeights, weightFor } from "./scheme-weights.ts";
import type { ScorerConfig } from "./scorer-run.ts";

type Weighed = Pick<Criterion, "weight" | "weights">;

function columnFaults({ weight, weights }: Weighed, path: string, types: ReadonlySet<string>): SchemeFault[] {
  const columns = Object.entries(weights);
  return [
    ...found(exact(weight).lt(0) && schemeFault(`${path}.weight`, "negative-weight", { weight })),
    ...columns.flatMap(([type, own]) =>
      found(
        !types.has(type) && schemeFault(`${path}.weights.${type}`, "unknown-park-type", { type }),
        exact(own).lt(0) && schemeFault(`${path}.weights.${type}`, "negative-weight", { type, weight: own }),
      ),
    ),
  ];
}

/** The full points that a rule names itself, where its points do not grow with the weight. */
function ownPoints(scorer: ScorerConfig): string | undefined {
  if (scorer.type === "completion-steps") return scorer.steps[0]?.points;
  if (scorer.type === "count-target") return scorer.points;
  if (scorer.type !== "tiers") return undefined;
  const [first, ...others] = scorer.tiers.map(({ points }) => points);
  return others.reduce((most, points) => (most !== undefined && exact(most).gte(points) ? most : points), first);
}

/** A rule with points of its own gives exactly what its weight says, in every park type that it applies to. */
function ownPointsFaults(group: Group, path: string, types: readonly string[]): SchemeFault[] {
  return types.flatMap((type) =>
    groupWeights(group, type).flatMap((weight, at) => {
      const scorer = group.criteria[at]?.scorer;
      const points = scorer === undefined ? undefined : ownPoints(scorer);
      if (points === undefined || weight === null || roundTo(weight, 6) === roundTo(points, 6)) return [];
      const figures = { type, points, weight: roundTo(weight, 6) };
      return [schemeFault(`${path}.criteria[${at}].scorer`, "points-differ-from-weight", figures)];
    }),
  );
}

function groupFaults(group: Group, path: string, types: readonly string[]): SchemeFault[] {
  const known = new Set(types);
  return [
    ...columnFaults(group, path, known),
    ...group.criteria.flatMap((criterion, at) => columnFaults(criterion, `${path}.criteria[${at}]`, known)),
    ...group.criteria.flatMap((criterion, at) => {
      const isNever = types.every((type) => exact(weightFor(criterion, type)).isZero());
      return found(isNever && schemeFault(`${path}.criteria[${at}].weight`, "no-weight", { code: criterion.code }));
    }),
    ...types.flatMap((type) => {
      const isEmpty = relativeWeights(group, type).every((own) => own === null);
      const hasWeight = !exact(weightFor(group, type)).isZero();
      return found(isEmpty && hasWeight && schemeFault(path, "group-without-criteria", { type }));
    }),
    ...ownPointsFaults(group, path, types),
  ];
}

/** Group weights make up the full mark in every park type; a weight that is negative or reaches nobody is refused. */
export function weightFaults({ groups, parkTypes, fullMark }: Scheme): SchemeFault[] {
  const types = parkTypes.map(({ code }) => code);
  const counted = groups.filter(({ role }) => role === "counted");
  const sumFaults = types.flatMap((type) => {
    const sum = counted.reduce((total: Exact, group) => total.plus(weightFor(group, type)), exact(0));
    return found(
      !sum.eq(fullMark) && schemeFault("groups", "weights-not-full-mark", { type, sum: plain(sum), fullMark }),
    );
  });
  return [
    ...found(exact(fullMark).lte(0) && schemeFault("fullMark", "non-positive-full-mark", { fullMark })),
    ...sumFaults,
    ...groups.flatMap((group, at) => groupFaults(group, `groups[${at}]`, types)),
  ];
}
