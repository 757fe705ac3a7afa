import { setImmediate as nextTurn } from "node:timers/promises";
import type { Bearing } from "@yuanbiao/core/bearing";
import type { Placed } from "@yuanbiao/core/board";
import type { FoundConflict } from "@yuanbiao/core/conflict";
import { unknown } from "@yuanbiao/core/known";
import type { Progress } from "@yuanbiao/core/progress";
import type { Status } from "@yuanbiao/core/status";
import { listAuditHeads } from "@yuanbiao/db/queries/audit";
import { listBridges, markOfBridges } from "@yuanbiao/db/queries/caliber";
import { LRUCache } from "lru-cache";
import type { Context } from "../context.ts";
import type { Registry } from "../registry.ts";
import type { Scope } from "../scope.ts";
import { loadTargets, loadTracking } from "../tracking.ts";

/** Some areas with where their targets stand: what is kept of them until something of it changes. */
export interface Part {
  readonly rows: readonly Placed[];
  readonly before: ReadonlyMap<string, Status>;
  readonly conflicts: readonly FoundConflict[];
  readonly undated: number;
}

interface Kept extends Part {
  /** The areas whose figures bear on these targets. */
  readonly areas: readonly string[];
  readonly stamp: string;
}

const areasAtOnce = 40;
/** About two countries: a country for two sorts of readers, or on two days. */
const mostParts = 140;
const besidesShown = 5;
const partsOf = new WeakMap<Context, LRUCache<string, Kept>>();

interface Asked {
  readonly scope: Scope;
  readonly areas: readonly string[];
  readonly since: string | undefined;
}

/** The parts of a scope, in the order of its areas; others are let in between two of them. */
export async function readParts(context: Context, { scope, areas, since }: Asked): Promise<Part[]> {
  const { on, question } = scope;
  const kept = partsOf.get(context) ?? new LRUCache<string, Kept>({ max: mostParts });
  partsOf.set(context, kept);
  const stampOf = await makeStamp(context, scope.registry);
  const isPresent = question.asOf === null && question.publishedBy === null;
  const parts: Part[] = [];
  for (let first = 0; first < areas.length; first += areasAtOnce) {
    const some = areas.slice(first, first + areasAtOnce);
    const key = [on, since ?? "", question.clearance ?? "", ...some].join(" ");
    const known = isPresent ? kept.get(key) : undefined;
    if (known !== undefined && known.stamp === stampOf(known.areas)) {
      parts.push(known);
      continue;
    }
    const part = await readPart(context, scope, { some, since });
    if (isPresent) kept.set(key, { ...part, stamp: stampOf(part.areas) });
    parts.push(part);
    await nextTurn();
  }
  return parts;
}

/**
 * What the answers about some areas depend on, as a text: the ends of their trails, in which every change of theirs
 * stands, and what belongs to no area alone. It is read before the figures: a change in between makes it old, not wrong.
 */
async function makeStamp({ store }: Context, registry: Registry): Promise<(areas: readonly string[]) => string> {
  const heads = new Map((await listAuditHeads(store)).map(({ area, seq }) => [area, seq]));
  const common = `${markOf(registry)} ${await markOfBridges(store)}`;
  return (areas) => [common, ...areas.map((area) => `${area}:${heads.get(area) ?? 0}`)].join(" ");
}

/** The instant of the newest definition. */
function markOf(registry: Registry): string {
  const { documents, departments, areas, indicators, calibers, lightRules, memberships, conflicts } = registry;
  const maps = [documents, departments, areas, indicators, calibers, lightRules].map((map) => [...map.values()]);
  let newest = "";
  for (const { recordedAt } of [...maps.flat(), ...memberships, ...conflicts])
    if (recordedAt > newest) newest = recordedAt;
  return newest;
}

async function readPart(
  { store }: Context,
  { on, registry, question }: Scope,
  { some, since }: { some: readonly string[]; since: string | undefined },
): Promise<Part & { readonly areas: readonly string[] }> {
  const own = { ...question, areas: some };
  const targets = await loadTargets(store, registry, own);
  const tracking = await loadTracking(store, registry, { targets, question: own, isWhole: false });
  const { conflicts, undated } = tracking;
  const rows = targets.map((target): Placed => ({ target, progress: slim(tracking.progressOf(target, on)) }));
  const before =
    since === undefined ? [] : targets.map((one) => [one.id, tracking.progressOf(one, since).status] as const);
  const bearing = targets.flatMap((target) => [
    ...target.members,
    ...target.readings.flatMap(({ via }) => (via === null ? [] : [via.area])),
  ]);
  // Also where there is no figure yet: the first one counts as well.
  const bridges = await listBridges(store, { asOf: question.asOf }, { targets: targets.map(({ id }) => id) });
  bearing.push(...bridges.map(({ area }) => area));
  return { rows, before: new Map(before), conflicts, undated, areas: [...new Set([...some, ...bearing])].sort() };
}

/** What the summary shows of progress; the figures of all other years, which it was computed from, are let go. */
function slim(progress: Progress): Progress {
  const { mismatched, unlike, parts, withoutValue } = progress.evidence;
  const few = (bearings: readonly Bearing[]) => bearings.slice(0, besidesShown);
  return {
    ...progress,
    evidence: {
      ...{ comparable: [], evidence: [], beside: [], withoutValue },
      ...{ mismatched: few(mismatched), unlike: few(unlike), parts: few(parts) },
    },
    ...{ pace: unknown("not-applicable"), catchUp: unknown("not-applicable"), forecast: unknown("not-applicable") },
    ...{ readings: [], members: [] },
  };
}
