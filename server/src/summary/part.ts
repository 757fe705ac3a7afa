import { setImmediate as nextTurn } from "node:timers/promises";
import type { Bearing } from "@yuanbiao/core/bearing";
import type { Placed } from "@yuanbiao/core/board";
import type { FoundConflict } from "@yuanbiao/core/conflict";
import { unknown } from "@yuanbiao/core/known";
import type { Progress } from "@yuanbiao/core/progress";
import type { Status } from "@yuanbiao/core/status";
import { noteFootprint, type Traced, traced } from "@yuanbiao/db/footprint";
import { LRUCache } from "lru-cache";
import type { Context } from "../context.ts";
import type { Scope } from "../scope.ts";
import { loadTargets, loadTracking } from "../tracking.ts";

/** Some areas with where their targets stand: what is kept of them until something of it changes. */
export interface Part {
  readonly rows: readonly Placed[];
  readonly before: ReadonlyMap<string, Status>;
  readonly conflicts: readonly FoundConflict[];
  readonly undated: number;
}

/** A part with the data version of which it is true, and what it was read from. */
interface Kept extends Traced<Part> {
  readonly dataVersion: number;
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
  const now = await context.store.readVersion();
  const isPresent = question.asOf === null && question.publishedBy === null;
  const parts: Part[] = [];
  for (let first = 0; first < areas.length; first += areasAtOnce) {
    const some = areas.slice(first, first + areasAtOnce);
    const key = [on, since ?? "", question.clearance ?? "", ...some].join(" ");
    const known = isPresent ? kept.get(key) : undefined;
    if (known !== undefined && (await isTrueAt(context, known, now))) {
      noteFootprint(known.footprint);
      parts.push(known.made);
      continue;
    }
    const dataVersion = await context.store.readVersion();
    const part = await traced(async () => {
      // A part rests on the definitions as well, which the scope has read before.
      await context.registries.at(question.asOf);
      return readPart(context, scope, { some, since });
    });
    noteFootprint(part.footprint);
    if (isPresent) kept.set(key, { ...part, dataVersion });
    parts.push(part.made);
    await nextTurn();
  }
  return parts;
}

function isTrueAt({ marks }: Context, { footprint, dataVersion }: Kept, now: number): Promise<boolean> {
  return marks.isUntouched(footprint, { since: dataVersion, now });
}

async function readPart(
  { store }: Context,
  { on, registry, question }: Scope,
  { some, since }: { some: readonly string[]; since: string | undefined },
): Promise<Part> {
  const own = { ...question, areas: some };
  const targets = await loadTargets(store, registry, own);
  const tracking = await loadTracking(store, registry, { targets, question: own, isWhole: false });
  const { conflicts, undated } = tracking;
  const rows = targets.map((target): Placed => ({ target, progress: slim(tracking.progressOf(target, on)) }));
  const before =
    since === undefined ? [] : targets.map((one) => [one.id, tracking.progressOf(one, since).status] as const);
  return { rows, before: new Map(before), conflicts, undated };
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
