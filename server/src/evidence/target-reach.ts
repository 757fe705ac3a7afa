import { type Actor, may, type Right } from "@yuanbiao/core/access";
import type { Target } from "@yuanbiao/core/target";
import type { Registry } from "../registry.ts";
import { ownerOf } from "../reporting.ts";

/**
 * Whether an actor has a right over what lies with a target: by its area, or as the department that owns its indicator or
 * owes its figure today.
 */
export function mayOverTarget(actor: Actor, right: Right, at: { target: Target; registry: Registry }): boolean {
  const { target, registry } = at;
  const { area, indicator, owes } = target;
  const successor = owes === null ? null : (registry.departments.get(owes)?.successor ?? owes);
  return [ownerOf(registry, indicator), successor].some((department) => may(actor, right, { area, department }));
}
