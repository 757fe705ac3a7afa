import type { Bearing } from "@yuanbiao/core/bearing";
import type { Placed } from "@yuanbiao/core/board";
import type { FoundConflict } from "@yuanbiao/core/conflict";
import { unknown } from "@yuanbiao/core/known";
import { newestOfSeries } from "@yuanbiao/core/newest";
import type { Progress } from "@yuanbiao/core/progress";
import type { Status } from "@yuanbiao/core/status";
import { trackAreas } from "../area-tracking.ts";
import type { Context } from "../context.ts";
import { isCountry, partsKeeper } from "../parts.ts";
import type { Scope } from "../scope.ts";

/** Some areas with where their targets stand: what is kept of them until something of it changes. */
export interface Part {
  readonly rows: readonly Placed[];
  readonly before: ReadonlyMap<string, Status>;
  /** Those that nobody has declared. */
  readonly detected: readonly FoundConflict[];
  readonly undated: number;
}

const countRows = ({ rows }: Part): number =>
  rows.reduce((sum, { progress: { evidence } }) => {
    return sum + 1 + evidence.mismatched.length + evidence.unlike.length + evidence.parts.length;
  }, 0);

/** About two countries, for two sorts of readers or on two days; the cities have room of their own. */
const ofCountry = partsKeeper<Part>({ countRows, mostRows: 600_000 });
const ofCities = partsKeeper<Part>({ countRows, mostRows: 60_000 });
const besidesShown = 5;

/** The parts of a scope, in the order of its areas. */
export function readParts(context: Context, scope: Scope, since: string | undefined): Promise<Part[]> {
  const isWide = isCountry(scope);
  const make = (areas: readonly string[]) =>
    readPart(context, scope, { areas, since, most: isWide ? besidesShown : undefined });
  return (isWide ? ofCountry : ofCities)(context, { scope, variant: since ?? "", make });
}

async function readPart(
  context: Context,
  scope: Scope,
  { areas, since, most }: { areas: readonly string[]; since: string | undefined; most: number | undefined },
): Promise<Part> {
  const { rows, tracking } = await trackAreas(context, scope, areas);
  const { conflicts, undated } = tracking;
  const before =
    since === undefined
      ? []
      : rows.map(({ target }) => [target.id, tracking.progressOf(target, since).status] as const);
  return {
    rows: rows.map(({ target, progress }): Placed => ({ target, progress: slim(progress, most) })),
    before: new Map(before),
    detected: conflicts.filter(({ kind }) => kind === "detected"),
    undated,
  };
}

/** What the summary shows of progress; the figures of all other years, which it was computed from, are let go. */
function slim(progress: Progress, most: number | undefined): Progress {
  const { mismatched, unlike, parts, withoutValue } = progress.evidence;
  const few = (bearings: readonly Bearing[]) => newestOfSeries(bearings).shown.slice(0, most);
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
