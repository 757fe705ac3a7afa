import type { ChangeReason } from "@yuanbiao/core/observation";
import type { Statement } from "./commit.ts";
import { asFields } from "./kit.ts";
import type { Noun, Records, Versioned } from "./nouns.ts";
import { identities } from "./nouns.ts";
import { encodeFields, shapeOf } from "./rows.ts";
import { derivedOf } from "./schema/observation.ts";
import * as tables from "./schema/sqlite.ts";
import type { Schema } from "./store.ts";

/** Why versions after the first are made. */
export interface Change {
  readonly reason: Exclude<ChangeReason, "first">;
  readonly note: string | null;
  /** A version even where the content is the same: it is said again, of something that has changed. */
  readonly isSaidAgain?: boolean;
}

export interface Revision<T> {
  readonly before: Versioned<T> | null;
  readonly after: T;
}

export interface Plan<T> {
  readonly statements: readonly Statement[];
  readonly revisions: readonly Revision<T>[];
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
}

const schema: Schema = tables;
const notContent = ["version", "recordedAt", "supersededAt", "recordedBy", "changeReason", "changeNote"];
const notOfRecord = [...notContent, "periodEnd", "publishedLast"];

/** The text that says which thing a record is about: its code, its id, or the fields that together name it. */
export function identityOf<N extends Noun>(noun: N, record: Records[N]): string {
  const keys: readonly string[] = identities[noun];
  const fields = asFields(record);
  return keys.length === 1 ? String(fields[keys[0] ?? ""]) : keys.map((key) => fields[key]).join("|");
}

/**
 * Statements that bring the store from `current` (newest versions, at least of what comes in) to `incoming`: a first
 * version of what is new, a new version where the content differs, nothing where it is the same or not mentioned.
 */
export function planVersions<N extends Noun>(
  noun: N,
  { current, incoming }: { current: readonly Versioned<Records[N]>[]; incoming: readonly Records[N][] },
  change: Change,
): Plan<Records[N]> {
  const standing = new Map(current.map((record) => [identityOf(noun, record), record]));
  const seen = new Set<string>();
  const revisions: Revision<Records[N]>[] = [];
  let added = 0;
  for (const after of incoming) {
    const identity = identityOf(noun, after);
    if (seen.has(identity)) throw new Error(`${noun} ${identity} is given twice`);
    seen.add(identity);
    const before = standing.get(identity) ?? null;
    if (before !== null && change.isSaidAgain !== true && isSame(noun, before, after)) continue;
    revisions.push({ before, after });
    if (before === null) added += 1;
  }
  const revised = revisions.length - added;
  const statements = statementsOf(noun, revisions, change);
  return { statements, revisions, added, revised, unchanged: incoming.length - revisions.length };
}

/** Compares what would be stored, so that "7.50" and "7.5", or keys in another order, are no difference. */
function isSame<N extends Noun>(noun: N, a: Records[N], b: Records[N]): boolean {
  const fields = shapeOf(schema[noun]).fields.filter(({ key }) => !notOfRecord.includes(key));
  const [left, right] = [encodeFields(fields, a), encodeFields(fields, b)];
  return left.every((value, index) => value === right[index]);
}

function statementsOf<N extends Noun>(
  noun: N,
  revisions: readonly Revision<Records[N]>[],
  { reason, note }: Change,
): Statement[] {
  if (revisions.length === 0) return [];
  const closes = revisions.flatMap(({ before }): Statement[] =>
    before === null ? [] : [{ close: noun, record: before }],
  );
  const rows = revisions.map(({ before, after }) => ({
    ...after,
    ...derived(after),
    version: (before?.version ?? 0) + 1,
    changeReason: before === null ? "first" : reason,
    changeNote: before === null ? null : note,
  }));
  return [...closes, { insert: noun, rows }];
}

function derived(record: Records[Noun]): object {
  return "periodBasis" in record ? derivedOf(record) : {};
}
