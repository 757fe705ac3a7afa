import { Scheme } from "@yuanbiao/core/scheme";
import type { SchemeContext } from "@yuanbiao/core/scheme-fault";
import { validateScheme } from "@yuanbiao/core/scheme-validate";
import type { z } from "zod";
import type { ToldFault } from "./request.ts";
import { type Path, spell, type Tree } from "./tree.ts";

/** How a typed value fails to be one. */
type ShapeFault =
  | ("empty" | "quantity" | "code" | "name" | "day" | "whole")
  /** Of a number, or of how many there are. */
  | ("least" | "most" | "few" | "many")
  | "other";

/** What does not hold, at its place. */
export type Fault =
  /** In the server's words; null until it has told why. */
  | { readonly kind: "rule"; readonly path: string; readonly detail: string | null }
  /** Told by the page itself, before there is a scheme to ask about. */
  | { readonly kind: "shape"; readonly path: string; readonly shape: ShapeFault; readonly limit: string };

/** A scheme that may be sent, or everything that keeps it from being one. */
export type Parsed = { readonly scheme: Scheme } | { readonly scheme: null; readonly faults: readonly Fault[] };

type Issue = z.core.$ZodIssue;
const byMessage: Readonly<Record<string, ShapeFault>> = {
  ...{ "malformed-quantity": "quantity", "malformed-code": "code", "malformed-name": "name" },
  ...{ "malformed-day": "day", "negative-value": "least", "non-positive-value": "least" },
};

function shapeOf(issue: Issue, input: unknown): { shape: ShapeFault; limit: string } {
  const known = byMessage[issue.message];
  if (input === "" || input === undefined || input === null) return { shape: "empty", limit: "" };
  if (issue.code === "too_small") {
    return { shape: issue.origin === "array" ? "few" : "least", limit: String(issue.minimum) };
  }
  if (issue.code === "too_big") {
    return {
      shape: issue.origin === "number" || issue.origin === "int" ? "most" : "many",
      limit: String(issue.maximum),
    };
  }
  if (known !== undefined) return { shape: known, limit: "" };
  return { shape: issue.code === "invalid_type" ? "whole" : "other", limit: "" };
}

const isKey = (part: PropertyKey): part is string | number => typeof part !== "symbol";

const depthOf = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));

/** Of what a part may be, that which it comes closest to: a name, or parts that are wrong somewhere within. */
function faultsOf(issue: Issue, above: Path, around: unknown): Fault[] {
  const path = [...above, ...issue.path.filter(isKey)];
  const input = issue.input ?? around;
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best));
    return closest.flatMap((inner) => faultsOf(inner, path, inner.path.length === 0 ? input : undefined));
  }
  return [{ kind: "shape", path: spell(path), ...shapeOf(issue, input) }];
}

export function parseTree(tree: Tree): Parsed {
  const parsed = Scheme.safeParse(tree, { reportInput: true });
  if (parsed.success) return { scheme: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, [], undefined));
  return { scheme: null, faults: [...new Map(faults.map((fault) => [fault.path, fault])).values()] };
}

/** Everything that does not hold, found without asking anybody. */
export function findFaults(parsed: Parsed, known: SchemeContext): Fault[] {
  if (parsed.scheme === null) return [...parsed.faults];
  const places = new Set(validateScheme(parsed.scheme, known).map(({ path }) => path));
  return [...places].map((path) => ({ kind: "rule", path, detail: null }));
}

/** Whether a place is another one or lies within it: `groups[1].weight` within `groups[1]`, not within `groups[10]`. */
export function isWithin(place: string, around: string): boolean {
  if (around === "" || place === around) return true;
  return place.startsWith(around) && [".", "["].includes(place.charAt(around.length));
}

export interface Told {
  readonly faults: readonly ToldFault[];
  /** Nothing was typed since it was asked. */
  readonly isCurrent: boolean;
}

/**
 * What the server said of what stands there now; while it is being asked, what was found here, with its last words
 * where it has said something of the place.
 */
export function joinFaults(found: readonly Fault[], told: Told | undefined): Fault[] {
  if (found.some(({ kind }) => kind === "shape")) return [...found];
  const said = (told?.faults ?? []).map(({ path, detail }): Fault => ({ kind: "rule", path, detail }));
  if (told?.isCurrent) return said;
  return found.flatMap((fault) => {
    const words = said.filter(({ path }) => path === fault.path);
    return words.length === 0 ? [fault] : words;
  });
}
