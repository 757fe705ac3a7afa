import type { FigureClass } from "@yuanbiao/core/access";
import type { Bearing, Figure } from "@yuanbiao/core/bearing";
import { type Bridge, isStated } from "@yuanbiao/core/caliber";
import { compareClauses } from "@yuanbiao/core/clause";
import { conflictsById, type FoundConflict, findConflicts, groupFigures, groupKey } from "@yuanbiao/core/conflict";
import type { Indicator } from "@yuanbiao/core/indicator";
import { type LightRule, standardLights } from "@yuanbiao/core/light";
import { calculateProgress, type Progress } from "@yuanbiao/core/progress";
import type { Reading, Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { countUndated, listObservations, type ObservationFilter } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Reader } from "@yuanbiao/db/store";
import { Refusal } from "./errors.ts";
import type { Registry } from "./registry.ts";
import { listFigures, type Source } from "./standing-figures.ts";

/** Which targets, and as known and published by when. */
export interface TrackingQuestion {
  readonly asOf: string | null;
  readonly publishedBy: string | null;
  /** The highest class of figures that the reader may see; absent where all must be known. */
  readonly clearance?: FigureClass | undefined;
  readonly areas: readonly string[] | undefined;
  readonly indicator: string | undefined;
  readonly due: string | undefined;
}

/** Targets with every figure that bears on them, read in one pass; progress on any day is computed from it. */
export interface Tracking {
  readonly targets: readonly Versioned<Target>[];
  readonly figures: readonly Versioned<Figure>[];
  readonly conflicts: readonly FoundConflict[];
  readonly conflictIndex: ReadonlyMap<string, readonly string[]>;
  /** How many figures that bear on these targets publishedBy leaves out, as no date of theirs is known. */
  readonly undated: number;
  bearingsOf(target: Target): readonly Bearing[];
  progressOf(target: Target, on: string): Progress;
}

type Key = Pick<Bridge, "area" | "indicator" | "caliber">;

/** By document (policies first, then by date), clause and id: the stated order of targets and progress. */
export function compareTargets(registry: Registry): (a: Target, b: Target) => number {
  const documentOrder = (target: Target): string => {
    const document = registry.documents.get(target.citations[0]?.document ?? "");
    return `${document?.kind === "policy" ? 0 : 1} ${document?.publishedOn ?? "9999"} ${document?.code ?? ""}`;
  };
  const orders = new Map<string, string>();
  const orderOf = (target: Target): string => {
    const found = orders.get(target.id) ?? documentOrder(target);
    orders.set(target.id, found);
    return found;
  };
  const natural = new Intl.Collator("en", { numeric: true });
  return (a, b) => {
    const [left, right] = [orderOf(a), orderOf(b)];
    if (left !== right) return left < right ? -1 : 1;
    return (
      compareClauses(a.citations[0]?.clause ?? null, b.citations[0]?.clause ?? null) || natural.compare(a.id, b.id)
    );
  };
}

function viasOf(target: Target): Key[] {
  return target.readings.flatMap(({ via }) => (via === null ? [] : [via]));
}

/** The figures' keys that targets may need: their own, their members', their bridges' and their readings'. */
function neededKeys(targets: readonly Target[], bridges: readonly Bridge[]): Key[] {
  const own = targets.flatMap((target) => [
    target,
    ...target.members.map((area) => ({ ...target, area })),
    ...viasOf(target),
  ]);
  return [...own, ...bridges];
}

function groupByTarget(bridges: readonly Bridge[]): Map<string, Bridge[]> {
  const groups = new Map<string, Bridge[]>();
  for (const bridge of bridges) groups.set(bridge.target, [...(groups.get(bridge.target) ?? []), bridge]);
  return groups;
}

/** The most codes that are named in one query; above that all rows are read, which is cheaper then. */
const mostNamed = 2000;
const named = (codes: readonly string[]): string[] | undefined => {
  const distinct = [...new Set(codes)];
  return distinct.length > mostNamed ? undefined : distinct;
};

/** Beyond so many targets their figures of many years are more than one answer can be made of. */
const mostTargets = 30_000;

/** Refuses a question over more targets than can be answered at once: of a city there are far fewer. */
export function refuseTooWide(targets: readonly Target[]): void {
  if (targets.length > mostTargets) throw new Refusal(422, "too-wide");
}

/** The targets in scope, by document and clause. */
export async function loadTargets(
  reader: Reader,
  registry: Registry,
  question: TrackingQuestion,
): Promise<Versioned<Target>[]> {
  const { asOf, areas, indicator, due } = question;
  const found = await listTargets(reader, { asOf }, { areas, indicator, due });
  return found.toSorted(compareTargets(registry));
}

/** Reads the figures that bear on some targets; `isWhole` where these are all targets that there are. */
export async function loadTracking(
  reader: Source,
  registry: Registry,
  {
    targets,
    question,
    isWhole,
    allOf,
    assumed = [],
  }: {
    targets: readonly Versioned<Target>[];
    question: TrackingQuestion;
    isWhole: boolean;
    /** Areas of which every figure is read, also those that no target asks for: they may contradict each other. */
    allOf?: readonly string[];
    /** Figures that are taken as if they were stored: what a report would do. Stored ones with their ids give way. */
    assumed?: readonly Versioned<Figure>[];
  },
): Promise<Tracking> {
  const { asOf, publishedBy, clearance } = question;
  const targetIds = isWhole ? undefined : named(targets.map(({ id }) => id));
  const bridges = await listBridges(reader, { asOf }, targetIds === undefined ? {} : { targets: targetIds });
  const needed = isWhole ? [] : neededKeys(targets, bridges);
  const filter = {
    areas: isWhole ? undefined : named([...needed.map((key) => key.area), ...(allOf ?? [])]),
    indicators: isWhole || allOf !== undefined ? undefined : named(needed.map((key) => key.indicator)),
  };
  const stored = await listFigures(reader, { asOf, publishedBy, clearance }, filter);
  const replaced = new Set(assumed.map(({ id }) => id));
  const figures = [...stored.filter(({ id }) => !replaced.has(id)), ...assumed];
  const among = isWhole ? undefined : needed;
  const undated = publishedBy === null ? 0 : await undatedAmong(reader, { asOf, clearance, filter, needed: among });
  return makeTracking({ registry, targets, bridges, figures, undated });
}

/** The figures of the needed keys that have no known date of publication; of all keys where none are named. */
async function undatedAmong(
  reader: Reader,
  {
    filter,
    needed,
    ...cut
  }: Pick<TrackingQuestion, "asOf" | "clearance"> & { filter: ObservationFilter; needed: readonly Key[] | undefined },
): Promise<number> {
  if (needed === undefined) return countUndated(reader, cut, filter);
  const keys = new Set(needed.map(groupKey));
  const figures = await listObservations(reader, { ...cut, publishedBy: null }, filter);
  return figures.filter((figure) => figure.publishedOn === null && keys.has(groupKey(figure))).length;
}

/** Whether a question leaves out nothing. */
export function isOfAll({ areas, indicator, due }: TrackingQuestion): boolean {
  return areas === undefined && indicator === undefined && due === undefined;
}

interface Loaded {
  readonly registry: Registry;
  readonly targets: readonly Versioned<Target>[];
  readonly bridges: readonly Bridge[];
  readonly figures: readonly Versioned<Figure>[];
  readonly undated: number;
}

/** Joins figures to targets by their bridges; the same indicator, area and stated caliber join by themselves. */
function makeTracking({ registry, targets, bridges, figures, undated }: Loaded): Tracking {
  const byKey = groupFigures(figures);
  const byTarget = groupByTarget(bridges);
  const conflicts = findConflicts(byKey, registry.conflicts);
  const gradeOf = (figure: Figure) => registry.documents.get(figure.document)?.grade ?? "encyclopedia";
  const bear = (key: Key, bridge: Bridge | null, verdict: Bearing["verdict"]): Bearing[] =>
    (byKey.get(groupKey(key)) ?? []).map((figure) => ({ figure, grade: gradeOf(figure), verdict, bridge }));
  const isSelfEvident = (key: Key): boolean => {
    const caliber = registry.calibers.get(key.caliber);
    return caliber !== undefined && isStated(caliber);
  };
  const joined = (target: Target, key: Key): Bearing[] => {
    const bridge = byTarget.get(target.id)?.find((candidate) => groupKey(candidate) === groupKey(key));
    if (bridge !== undefined) return bear(key, bridge, bridge.verdict);
    return isSelfEvident(key) ? bear(key, null, "exact") : [];
  };
  const bearingsOf = (target: Target): Bearing[] => {
    const others = (byTarget.get(target.id) ?? []).filter((bridge) => groupKey(bridge) !== groupKey(target));
    return [...joined(target, target), ...others.flatMap((bridge) => bear(bridge, bridge, bridge.verdict))];
  };
  const ofReading = (target: Target, reading: Reading): Bearing[] => {
    if (reading.via === null) return [];
    const bridge = byTarget
      .get(target.id)
      ?.find((candidate) => reading.via !== null && groupKey(candidate) === groupKey(reading.via));
    return bear(reading.via, bridge ?? null, bridge?.verdict ?? "assumed");
  };
  const progressOf = (target: Target, on: string): Progress =>
    calculateProgress({
      target,
      indicator: getIndicator(registry, target.indicator),
      bearings: bearingsOf(target),
      members: target.members.map((area) => ({ area, bearings: joined(target, { ...target, area }) })),
      readings: target.readings.map((reading) => ({ reading, bearings: ofReading(target, reading) })),
      rule: getLightRule(registry, target),
      on,
    });
  return { targets, figures, conflicts, conflictIndex: conflictsById(conflicts), undated, bearingsOf, progressOf };
}

/** The indicator of a code that the store refers to; its absence would be a broken reference. */
export function getIndicator(registry: Registry, code: string): Indicator {
  const found = registry.indicators.get(code);
  if (found === undefined) throw new Error(`indicator ${code} is referred to but not there`);
  return found;
}

/** The light rule in force: that of the target's city, by the city's code, or the product's where it has none. */
function getLightRule({ areas, lightRules }: Registry, { area }: Target): LightRule {
  return lightRules.get(areas.get(area)?.city ?? "") ?? standardLights;
}
