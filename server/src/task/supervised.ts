import type { Placed } from "@yuanbiao/core/board";
import { addDays, daysBetween } from "@yuanbiao/core/day";
import { type Missing, missingOf } from "@yuanbiao/core/missing";
import { getPeriod } from "@yuanbiao/core/period";
import type { Status } from "@yuanbiao/core/status";
import type { Task } from "@yuanbiao/core/task";
import type { Registry } from "../registry.ts";

type Departments = Pick<Registry, "departments">;

/** The unit that has a duty on a day: the successor of one that is no more. */
export function heirOf({ departments }: Departments, code: string, on: string): string {
  const seen = new Set<string>();
  let unit = code;
  while (!seen.has(unit)) {
    seen.add(unit);
    const { to = null, successor = null } = departments.get(unit) ?? {};
    if (successor === null || (to !== null && to > on)) return unit;
    unit = successor;
  }
  return unit;
}

/** The part that a unit has in a task, itself or as one of a group; null where it has none. */
export function partIn(
  registry: Departments,
  { departments }: Pick<Task, "departments">,
  { unit, on }: { unit: string; on: string },
): "lead" | "with" | null {
  const holds = (code: string): boolean => {
    const members = registry.departments.get(code)?.members ?? [];
    return [code, ...members].some((one) => heirOf(registry, one, on) === unit);
  };
  const at = departments.findIndex(holds);
  if (at === -1) return null;
  return at === 0 ? "lead" : "with";
}

/** The days since the day after a task's last one, as for figures; null where it is not overdue or has no date. */
export function overdueDays({ due }: Pick<Task, "due">, on: string): number | null {
  const end = due === null ? null : getPeriod(due).end;
  return end === null || end >= on ? null : daysBetween(addDays(end, 1), on);
}

const behind: readonly Status[] = ["missed", "regressed", "far-behind", "behind"];

/** What stands against a target on a day: that it is behind or missed, or that something overdue is missing of it. */
export interface Shortfall {
  readonly isBehind: boolean;
  readonly missing: Missing | null;
}

/** Null where nothing does. */
export function shortfallOf({ target, progress }: Placed, on: string): Shortfall | null {
  const found = missingOf(target, progress, on);
  const missing = found?.daysOverdue == null ? null : found;
  const isBehind = behind.includes(progress.status);
  return isBehind || missing !== null ? { isBehind, missing } : null;
}
