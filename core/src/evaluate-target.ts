import type { Bridge } from "./caliber.ts";
import type { EvaluationFacts, TargetFact, UsedSource } from "./evaluate-facts.ts";
import { type NoValue, refused } from "./evaluate-refusal.ts";
import { firstPoint } from "./path.ts";
import { isSameQuantity } from "./quantity.ts";
import { everyYear, type Path, type PathPoint } from "./target.ts";

/** A target's value for one year, with what makes it the one. */
export interface YearTarget {
  readonly target: TargetFact;
  readonly value: string;
  readonly basis: NonNullable<UsedSource["basis"]>;
}

type TargetFacts = Pick<EvaluationFacts, "targets" | "bridges">;

/** An area's targets of one indicator and caliber, mostly a single one, and those whose plan names a part for it. */
export type AreaTargets = TargetFact | TargetFact[];
export type SubjectTargets = ReadonlyMap<string, AreaTargets>;

export interface TargetIndex {
  of(indicator: string, caliber: string): SubjectTargets;
  /** What joins other figures to an area's targets. */
  bridges(subject: SubjectTargets, area: string): readonly Bridge[];
}

const nothing: SubjectTargets = new Map();
const noBridges: readonly Bridge[] = [];

function listOf(own: AreaTargets | undefined): readonly TargetFact[] {
  if (own === undefined) return [];
  return Array.isArray(own) ? own : [own];
}

/** Finds targets by indicator and caliber, then by area. */
export function indexTargets({ targets, bridges }: TargetFacts): TargetIndex {
  const bySubject = new Map<string, Map<string, Map<string, AreaTargets>>>();
  const add = (area: string, target: TargetFact): void => {
    const calibers = bySubject.get(target.indicator) ?? new Map<string, Map<string, AreaTargets>>();
    if (calibers.size === 0) bySubject.set(target.indicator, calibers);
    const areas = calibers.get(target.caliber) ?? new Map<string, AreaTargets>();
    if (areas.size === 0) calibers.set(target.caliber, areas);
    const own = areas.get(area);
    if (own === undefined) areas.set(area, target);
    else if (!Array.isArray(own)) areas.set(area, own === target ? own : [own, target]);
    else if (own.at(-1) !== target) own.push(target);
  };
  for (const target of targets) {
    add(target.area, target);
    for (const { area } of target.decomposition) if (area !== null && area !== target.area) add(area, target);
  }
  const byTarget = new Map<string, Bridge[]>();
  for (const bridge of bridges) byTarget.set(bridge.target, [...(byTarget.get(bridge.target) ?? []), bridge]);
  return {
    of: (indicator, caliber) => bySubject.get(indicator)?.get(caliber) ?? nothing,
    bridges: (subject, area) =>
      bridges.length === 0 ? noBridges : listOf(subject.get(area)).flatMap(({ id }) => byTarget.get(id) ?? []),
  };
}

/** What a document's path asks for at a period: its first point is where the path starts from, not a target. */
function laterPoint(path: Path, period: string): PathPoint | undefined {
  return firstPoint(path)?.period === period ? undefined : path.points.find((one) => one.period === period);
}

function yearTargetOf(target: TargetFact, area: string, period: string): YearTarget | undefined {
  const own = target.area === area;
  const part = target.decomposition.find(
    (one) => one.period === period && (one.area === area || (own && one.area === null)),
  );
  if (own && target.due === period && target.value !== null) return { target, value: target.value, basis: "due" };
  if (part !== undefined) return { target, value: part.value, basis: "decomposed" };
  if (!own) return undefined;
  const point = target.path?.kind === "document" ? laterPoint(target.path, period) : undefined;
  if (point !== undefined) return { target, value: point.value, basis: "document" };
  return target.due === everyYear && target.value !== null
    ? { target, value: target.value, basis: "standing" }
    : undefined;
}

function refuseTarget(first: TargetFact | undefined, year: number): NoValue {
  if (first === undefined) return refused("target-missing");
  const figures = { target: first.id, due: first.due ?? "", year: String(year) };
  return refused(first.value === null ? "target-without-value" : "target-not-due", figures);
}

/** An area whose targets of the year are asked for. */
export interface TargetQuestion {
  readonly area: string;
  readonly year: number;
}

/** The target of a year, due then or decomposed for it; refused where none is, or where two say different values. */
export function pickTarget(found: AreaTargets | undefined, { area, year }: TargetQuestion): YearTarget | NoValue {
  const period = String(year);
  if (found !== undefined && !Array.isArray(found)) {
    return yearTargetOf(found, area, period) ?? refuseTarget(found, year);
  }
  const values = listOf(found).flatMap((target) => yearTargetOf(target, area, period) ?? []);
  const [best] = values;
  if (best === undefined) return refuseTarget(found?.[0], year);
  const rival = values.find((other) => other !== best && !isSameQuantity(other.value, best.value));
  if (rival === undefined) return best;
  const others = { other: rival.target.id, rival: rival.value };
  return refused("target-conflict", { target: best.target.id, value: best.value, ...others });
}
