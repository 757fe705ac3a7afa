import type { Bearing } from "@yuanbiao/core/bearing";
import type { Placed } from "@yuanbiao/core/board";
import type { FoundConflict } from "@yuanbiao/core/conflict";
import { unknown } from "@yuanbiao/core/known";
import type { Progress } from "@yuanbiao/core/progress";
import type { Status } from "@yuanbiao/core/status";
import type { Context } from "../context.ts";
import { makeParts, manyAreas } from "../parts.ts";
import type { Scope } from "../scope.ts";
import { loadTargets, loadTracking } from "../tracking.ts";

/** Some areas with where their targets stand: what is kept of them until something of it changes. */
export interface Part {
  readonly rows: readonly Placed[];
  readonly before: ReadonlyMap<string, Status>;
  readonly conflicts: readonly FoundConflict[];
  readonly undated: number;
}

/** About two countries: a country for two sorts of readers, or on two days. */
const mostAreas = 5600;
const besidesShown = 5;
const parts = makeParts<Part>(mostAreas);

interface Asked {
  readonly scope: Scope;
  readonly areas: readonly string[];
  readonly since: string | undefined;
}

/** The parts of a scope, in the order of its areas. */
export function readParts(context: Context, { scope, areas, since }: Asked): Promise<Part[]> {
  const isSlim = areas.length > manyAreas;
  const make = (some: readonly string[]) => readPart(context, scope, { some, since, isSlim });
  return parts(context, { scope, areas, variant: `${since ?? ""}${isSlim ? " slim" : ""}`, make });
}

async function readPart(
  { store }: Context,
  { on, registry, question }: Scope,
  { some, since, isSlim }: { some: readonly string[]; since: string | undefined; isSlim: boolean },
): Promise<Part> {
  const own = { ...question, areas: some };
  const targets = await loadTargets(store, registry, own);
  const tracking = await loadTracking(store, registry, { targets, question: own, isWhole: false });
  const { conflicts, undated } = tracking;
  const rows = targets.map((target): Placed => {
    const progress = tracking.progressOf(target, on);
    return { target, progress: isSlim ? slim(progress) : progress };
  });
  const before =
    since === undefined ? [] : targets.map((one) => [one.id, tracking.progressOf(one, since).status] as const);
  return { rows, before: new Map(before), conflicts, undated };
}

/** What the summary of a country shows of progress; the figures of other years that it was computed from are let go. */
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
