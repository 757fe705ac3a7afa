import { z } from "zod";
import { Scheme } from "./scheme.ts";

const format = "yuanbiao-scheme";
const edition = 1;
const Envelope = z.strictObject({ format: z.literal(format), edition: z.literal(edition), scheme: z.unknown() });

/** A place in a file that is refused, as far as it can be named, and why. */
export interface SchemeFileFault {
  readonly path: string;
  readonly code: string;
}
export type SchemeFile =
  | { readonly scheme: Scheme; readonly faults: readonly [] }
  | { readonly scheme: null; readonly faults: readonly SchemeFileFault[] };

/** Names that a reader looks for first; the others follow by the alphabet. */
const first = ["format", "edition", "code", "name", "nameEn", "type", "kind", "from", "by"];

function rankOf(name: string): number {
  const at = first.indexOf(name);
  return at < 0 ? first.length : at;
}

/** The same value with the fields of every object in one order. */
export function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, own]) => [name, inOneOrder(own)]));
}

/** A scheme as one readable file: JSON with its fields in one order, so that equal schemes give equal bytes. */
export function writeSchemeFile(scheme: Scheme): string {
  return `${JSON.stringify(inOneOrder({ format, edition, scheme }), null, 2)}\n`;
}

const stable = /^[a-z]+(-[a-z]+)+$/;

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

function faultOf(issue: z.core.$ZodIssue): SchemeFileFault[] {
  const path = pathOf(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), code: "unknown-field" }));
  if (issue.code === "invalid_type")
    return [{ path, code: issue.input === undefined ? "missing-field" : "wrong-type" }];
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return [{ path, code: "unknown-option" }];
  if (issue.code === "too_small") return [{ path, code: "too-small" }];
  if (issue.code === "too_big") return [{ path, code: "too-big" }];
  return [{ path, code: stable.test(issue.message) ? issue.message : "malformed-value" }];
}

const refuse = (...faults: SchemeFileFault[]): SchemeFile => ({ scheme: null, faults });

/**
 * Reads a file that `writeSchemeFile` wrote, or a hand changed; refuses with every place at once. What its parts say
 * about each other is for validateScheme.
 */
export function readSchemeFile(text: string): SchemeFile {
  let raw: unknown;
  try {
    // Editors on Windows put a byte order mark in front.
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse({ path: "", code: "malformed-json" });
  }
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) return refuse({ path: "", code: "not-a-scheme-file" });
  const parsed = Scheme.safeParse(envelope.data.scheme, { reportInput: true });
  if (parsed.success) return { scheme: parsed.data, faults: [] };
  return refuse(...parsed.error.issues.flatMap(faultOf));
}
