import { z } from "@hono/zod-openapi";
import { type FieldFault, Refusal } from "./errors.ts";
import { refusalOf } from "./problem.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A place as people write it: `scorer.tiers[2].from`. */
function placeOf(path: Path): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : `${at === 0 ? "" : "."}${String(part)}`))
    .join("");
}

/** Of the shapes that a value may have, what is wrong with the one that it comes closest to. */
function nearest(branches: readonly Issue[][]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best), branches[0] ?? []);
}

function faultsAt(issue: Issue, above: Path): FieldFault[] {
  const path = [...above, ...issue.path];
  const field = placeOf(path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: placeOf([...path, key]), code: "unknown-parameter" }));
  }
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) return [{ field, code: "unknown-scorer" }];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => faultsAt(inner, path));
  }
  // A name that is none: what is wrong with it stands a level deeper, at no place of its own.
  if (issue.code === "invalid_key") return issue.issues.flatMap((inner) => faultsAt(inner, path));
  const isThere = issue.code === "invalid_type" && !/ received undefined$/.test(issue.message);
  if (isThere) return [{ field, code: "wrong-type" }];
  return refusalOf(new z.ZodError([issue])).faults.map(({ code }) => ({ field, code }));
}

/** What a schema found wrong, each fault at its place; `above` is where the value stands. */
export function faultsOfIssues(issues: readonly Issue[], above: Path = []): FieldFault[] {
  return issues.flatMap((issue) => faultsAt(issue, above));
}

/** A request that cannot be computed: 400, with every fault. */
export function refuseScoring(faults: readonly FieldFault[]): Refusal {
  const isScorer = faults.every(({ field }) => field === "scorer" || field.startsWith("scorer."));
  return new Refusal(400, isScorer ? "scorer-not-acceptable" : "bad-parameter", faults);
}
