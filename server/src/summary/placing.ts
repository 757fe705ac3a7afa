import type { Placed } from "@yuanbiao/core/board";
import { conflictsById, type FoundConflict, findConflicts } from "@yuanbiao/core/conflict";
import type { Status } from "@yuanbiao/core/status";
import type { Target } from "@yuanbiao/core/target";
import type { Context } from "../context.ts";
import { areasOf, isCountry, isPresent } from "../parts.ts";
import type { Scope } from "../scope.ts";
import { compareTargets, isOfAll, loadTargets, loadTracking } from "../tracking.ts";
import { readParts } from "./part.ts";

/** Every target in scope with where it stands, and what lists of them are made with. */
export interface Placing {
  readonly rows: readonly Placed[];
  readonly conflicts: readonly FoundConflict[];
  readonly conflictIndex: ReadonlyMap<string, readonly string[]>;
  readonly undated: number;
  /** Where a target stood on the earlier day, by the same figures. */
  statusBefore(target: Target): Status;
}

/** Reads what stands part by part, of which those that nothing has changed in are still known; a city's past in one pass. */
export async function placeTargets(context: Context, scope: Scope, since: string | undefined): Promise<Placing> {
  return isPresent(scope) || isCountry(scope)
    ? placeByParts(context, scope, since)
    : placeAtOnce(context, scope, since);
}

export async function placeAtOnce(context: Context, scope: Scope, since: string | undefined): Promise<Placing> {
  const { on, registry, question } = scope;
  const targets = await loadTargets(context.store, registry, question);
  const wanted = { targets, question, isWhole: isOfAll(question), allOf: areasOf(scope) };
  const tracking = await loadTracking(context.store, registry, wanted);
  const { conflicts, conflictIndex, undated } = tracking;
  return {
    rows: targets.map((target): Placed => ({ target, progress: tracking.progressOf(target, on) })),
    ...{ conflicts, conflictIndex, undated },
    statusBefore: (target) => tracking.progressOf(target, since ?? on).status,
  };
}

export async function placeByParts(context: Context, scope: Scope, since: string | undefined): Promise<Placing> {
  const parts = await readParts(context, scope, since);
  const compare = compareTargets(scope.registry);
  const before = new Map(parts.flatMap((part) => [...part.before]));
  const detected = new Map(parts.flatMap((part) => part.detected).map((one) => [one.code, one]));
  const conflicts = [
    ...findConflicts(new Map(), scope.registry.conflicts),
    ...[...detected.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  ];
  return {
    rows: parts.flatMap((part) => part.rows).sort((a, b) => compare(a.target, b.target)),
    conflicts,
    conflictIndex: conflictsById(conflicts),
    undated: parts.reduce((sum, part) => sum + part.undated, 0),
    statusBefore: (target) => before.get(target.id) ?? "no-data",
  };
}
