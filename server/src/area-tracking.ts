import type { Placed } from "@yuanbiao/core/board";
import type { Target } from "@yuanbiao/core/target";
import { noteFootprint, type Traced, traced } from "@yuanbiao/db/footprint";
import type { Versioned } from "@yuanbiao/db/nouns";
import { LRUCache } from "lru-cache";
import type { Context } from "./context.ts";
import { isCountry, isPresent } from "./parts.ts";
import type { Registry } from "./registry.ts";
import type { Scope } from "./scope.ts";
import { loadTargets, loadTracking, type Tracking } from "./tracking.ts";

/** Where the targets of some areas stand, with every figure of these areas and the definitions of the same instant. */
export interface AreaTracking {
  readonly registry: Registry;
  readonly rows: readonly (Placed & { readonly target: Versioned<Target> })[];
  readonly tracking: Tracking;
}

/** What was read at one data version: a change makes the leaders' page and the list of progress anew, one after the other. */
interface Shelf {
  readonly version: number;
  readonly kept: LRUCache<string, Traced<AreaTracking>>;
}

/** So many figures of all areas together: some ten parks; a change is of one. */
const mostFigures = 20_000;
const shelves = new WeakMap<Context, Shelf>();

function shelfOf(context: Context, version: number): Shelf["kept"] {
  const known = shelves.get(context);
  if (known?.version === version) return known.kept;
  const sizeCalculation = ({ made }: Traced<AreaTracking>): number => 1 + made.tracking.figures.length;
  const kept = new LRUCache<string, Traced<AreaTracking>>({ maxSize: mostFigures, sizeCalculation });
  shelves.set(context, { version, kept });
  return kept;
}

/** What stands of some areas of a scope, read and computed once for all that is made of it at one data version. */
export async function trackAreas(context: Context, scope: Scope, areas: readonly string[]): Promise<AreaTracking> {
  // The figures of a country are not held for longer than they are needed.
  if (isCountry(scope) || !isPresent(scope)) return read(context, scope, areas);
  // Looked at before all else: what is kept under a version is of that instant or a later one, never of an earlier one.
  const version = await context.store.readVersion();
  const key = JSON.stringify([scope.on, { ...scope.question, areas }]);
  const known = shelfOf(context, version).get(key);
  const traces = known ?? (await traced(() => read(context, scope, areas)));
  if (known === undefined) shelfOf(context, version).set(key, traces);
  noteFootprint(traces.footprint);
  return traces.made;
}

async function read(context: Context, { on, question }: Scope, areas: readonly string[]): Promise<AreaTracking> {
  const own = { ...question, areas };
  const registry = await context.registries.at(question.asOf);
  const targets = await loadTargets(context.store, registry, own);
  const tracking = await loadTracking(context.store, registry, {
    ...{ targets, question: own, isWhole: false, allOf: areas },
  });
  return { registry, tracking, rows: targets.map((target) => ({ target, progress: tracking.progressOf(target, on) })) };
}
