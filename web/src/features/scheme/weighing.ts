import { exact, plain, Quantity } from "@yuanbiao/core/quantity";
import { weightFor } from "@yuanbiao/core/scheme-weights";
import { effectivePoints } from "@yuanbiao/core/weight";
import { z } from "zod";
import { type Coded, codedAt, listAt, type Path, readAt, type Tree, textAt } from "./tree.ts";

/** Only what bears on weights: whatever else of a criterion is half typed leaves its points as they are. */
const Weighed = z.object({ weight: Quantity, weights: z.record(z.string(), Quantity) });

function weightIn(item: unknown, type: string): string | undefined {
  const parsed = Weighed.safeParse(item);
  return parsed.success ? weightFor(parsed.data, type) : undefined;
}

/** Effective points of a group's criteria for a park type, with 4 decimals; null where one does not apply or is not weighed. */
export function pointsOfGroup(tree: Tree, group: Path, type: string): (string | null)[] {
  const own = weightIn(readAt(tree, group), type);
  const relatives = listAt(tree, [...group, "criteria"]).map((criterion) => {
    const weight = weightIn(criterion, type);
    return weight === undefined || exact(weight).isZero() ? null : weight;
  });
  return own === undefined ? relatives.map(() => null) : effectivePoints(own, relatives);
}

/** What the groups that count add up to for a park type; null while a weight is none. */
export function sumOfGroups(tree: Tree, type: string): string | null {
  const counted = listAt(tree, ["groups"]).filter((group) => textAt(group, ["role"]) === "counted");
  const weights = counted.map((group) => weightIn(group, type));
  if (weights.includes(undefined)) return null;
  return plain(weights.reduce((sum, weight) => sum.plus(weight ?? "0"), exact("0")));
}

export const typesOf = (tree: Tree): Coded[] => codedAt(tree, ["parkTypes"]);

/**
 * The park types that have a column of weights: where there are several, each may have its own; to be read, only those
 * for which something was set.
 */
export function columnsOf(tree: Tree, isFixed: boolean): Coded[] {
  const types = typesOf(tree);
  if (!isFixed) return types.length > 1 ? types : [];
  const weighed = listAt(tree, ["groups"]).flatMap((group) => [group, ...listAt(group, ["criteria"])]);
  return types.filter(({ code }) => weighed.some((item) => textAt(item, ["weights", code]) !== ""));
}
