import type { Evaluation } from "./evaluate.ts";
import type { AreaResult } from "./evaluate-bar.ts";
import type { UsedInput } from "./evaluate-facts.ts";
import type { LineState, ScoreLine } from "./evaluate-line.ts";
import type { LackReason } from "./evaluate-refusal.ts";
import { type Exact, exact, plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { relativeWeights, weightFor } from "./scheme-weights.ts";
import { type ScoreStep, step } from "./scorer-outcome.ts";
import { roundScored, settle, shownRounding } from "./scorer-rounding.ts";

/** How a criterion's effective points come about: group weight × relative weight ÷ Σ relative weights. */
export interface WeightExplained {
  readonly group: string;
  readonly relative: string;
  readonly sum: string;
  /** After what others of the group have handed on; null where the criterion does not count. */
  readonly effective: string | null;
}

/** A score line with everything that a statement or an appeal needs; codes and figures, no wording. */
export interface LineExplained {
  readonly area: string;
  readonly criterion: Criterion;
  readonly group: string;
  readonly state: LineState;
  readonly reason: LackReason | null;
  readonly policy: Criterion["missing"];
  readonly weight: WeightExplained;
  readonly inputs: readonly UsedInput[];
  readonly steps: readonly ScoreStep[];
  /** Exact, as they go into the group; null where the line does not count. */
  readonly counted: string | null;
  /** Rounded for the line; `roundsHere` where the rounded points are those that are added up. */
  readonly shown: string | null;
  readonly roundsHere: boolean;
}

function findCriterion({ groups }: Scheme, code: string): { group: Group; criterion: Criterion } | undefined {
  for (const group of groups) {
    const criterion = group.criteria.find((one) => one.code === code);
    if (criterion !== undefined) return { group, criterion };
  }
  return undefined;
}

function explainWeight(line: ScoreLine, { group, criterion }: { group: Group; criterion: Criterion }, type: string) {
  const relatives = relativeWeights(group, type);
  const sum = relatives.reduce((total: Exact, own) => total.plus(own ?? "0"), exact(0));
  return {
    group: weightFor(group, type),
    relative: weightFor(criterion, type),
    sum: plain(sum),
    effective: line.weight === null ? null : plain(settle(line.weight)),
  };
}

/** One score line of an area, explained; undefined where the run has no such area or criterion. */
export function explainLine(evaluation: Evaluation, area: string, criterion: string): LineExplained | undefined {
  const { scheme, areas } = evaluation;
  const result = areas.find((one) => one.area === area);
  const line = result?.lines.find((one) => one.criterion === criterion);
  const place = findCriterion(scheme, criterion);
  if (result === undefined || line === undefined || place === undefined) return undefined;
  const { state, reason, points } = line;
  const { inputs, scored } = line.detail();
  const trace = scored?.trace() ?? [];
  const rounding = shownRounding(scheme.rounding);
  const rounded =
    points === null || scored === null ? { points: null, steps: [] } : roundScored({ ...scored, points }, rounding);
  const given = points !== null && rounded.points === null ? roundScored({ ...bare, points }, rounding) : rounded;
  const roundsHere = scheme.rounding.stage === "criterion";
  return {
    ...{ area, criterion: place.criterion, group: place.group.code, state, reason, policy: place.criterion.missing },
    weight: explainWeight(line, place, result.type),
    inputs,
    counted: line.counted === null ? null : plain(settle(line.counted)),
    // Where nothing is rounded here, no step says so.
    steps: [...trace, ...(roundsHere ? given.steps : [])],
    shown: given.points,
    roundsHere,
  };
}

const bare = { reason: null, flags: [], rate: () => null, trace: () => [] } as const;

/** One step down or up from the full mark to the total. */
export interface WaterfallStep {
  readonly kind: "full-mark" | "lost" | "adjustment" | "rounding" | "total";
  readonly criterion: string | null;
  readonly points: string;
}

/** Where the points went: full mark − what each criterion lost, most first, + adjustments ± rounding = the total. */
export function lostPoints(area: AreaResult, scheme: Scheme): WaterfallStep[] {
  const counted = new Set(scheme.groups.filter(({ role }) => role === "counted").map(({ code }) => code));
  const full = exact(scheme.fullMark);
  const stretch = area.fullMark.isZero() ? exact(1) : full.div(area.fullMark);
  const lost = area.lines
    .flatMap(({ group, criterion, weight, counted: points }) =>
      counted.has(group) && weight !== null && points !== null
        ? [{ criterion, lost: settle(weight.minus(points).times(stretch)) }]
        : [],
    )
    .toSorted((a, b) => b.lost.comparedTo(a.lost) || (a.criterion < b.criterion ? -1 : 1));
  const given = area.adjustment?.given ?? exact(0);
  const after = lost.reduce((left, one) => left.minus(one.lost), full).plus(given);
  const rounding = exact(area.shown).minus(after);
  const say = (kind: WaterfallStep["kind"], points: Exact, criterion: string | null = null): WaterfallStep => ({
    ...{ kind, criterion, points: plain(points) },
  });
  return [
    say("full-mark", full),
    ...lost.filter((one) => !one.lost.isZero()).map((one) => say("lost", one.lost.neg(), one.criterion)),
    ...(given.isZero() ? [] : [say("adjustment", given)]),
    ...(rounding.isZero() ? [] : [say("rounding", rounding)]),
    say("total", exact(area.shown)),
  ];
}

/** The arithmetic from the groups to the total: added up, brought to the full mark, adjusted, rounded. */
export function explainTotal(area: AreaResult, { rounding, fullMark, groups }: Scheme): ScoreStep[] {
  const { subtotal, scaled, adjustment, shown } = area;
  const counted = new Set(groups.filter(({ role }) => role === "counted").map(({ code }) => code));
  const isCounted = ({ code }: { readonly code: string }): boolean => counted.has(code);
  const total = scaled.plus(adjustment?.given ?? 0);
  const said = step(`rounded-${rounding.mode}`, { from: settle(total), scale: rounding.scale });
  return [
    ...area.groups.filter(isCounted).map(({ code, points }) => step("part", { points: settle(points) }, code)),
    ...(settle(area.fullMark).eq(fullMark)
      ? []
      : [step("weighted", { weight: fullMark, rate: settle(subtotal.div(area.fullMark)), points: settle(scaled) })]),
    ...(adjustment?.scored.trace() ?? []),
    { ...said, figures: { ...said.figures, to: shown } },
  ];
}
