import { type Footprint, traced } from "@yuanbiao/db/footprint";
import { markedTables } from "@yuanbiao/db/mark";
import { readMarks } from "@yuanbiao/db/queries/mark";
import { sharing } from "@yuanbiao/db/shared";
import type { Reader } from "@yuanbiao/db/store";

/** Knows at which data version which tracked rows were last changed. */
export interface Marks {
  /** The data version that stands, all changes up to it known: what is then asked as of it costs no look. */
  latest(): Promise<number>;
  /** Whether every change of what was read is noted. */
  isMarked(footprint: Footprint): boolean;
  /** Whether nothing that was read has changed since a data version; it is as of `now` at least. */
  isUntouched(footprint: Footprint, span: { readonly since: number; readonly now: number }): Promise<boolean>;
  /** The parts of a table that were changed since a data version, as of `now` at least. */
  changedSince(table: string, span: { readonly since: number; readonly now: number }): Promise<readonly string[]>;
  /** Whether nothing has changed, for many footprints at once: one look, as of `now` at least. */
  lookAt(now: number): Promise<(footprint: Footprint, since: number) => boolean>;
}

export function makeMarks(store: Reader): Marks {
  /** The last change of a table, and of each part of it. */
  const tables = new Map<string, { last: number; readonly parts: Map<string, number> }>();
  const marked = markedTables(store.schema);
  let seen: number | undefined;
  const look = sharing(async () => {
    // In a trace of its own: an answer rests on what has changed, not on these notes of it, or it would be kept for nobody.
    const { made } = await traced(() => readMarks(store, { after: seen ?? -1 }));
    const { version, marks } = made;
    for (const { noun, part, version: at } of marks) {
      const known = tables.get(noun) ?? { last: 0, parts: new Map<string, number>() };
      known.last = Math.max(known.last, at);
      known.parts.set(part, at);
      tables.set(noun, known);
    }
    seen = version;
    return version;
  });
  const isSame = (footprint: Footprint, since: number): boolean => {
    for (const [table, parts] of footprint) {
      if (!marked.has(table)) return false;
      const known = tables.get(table);
      if (known === undefined || known.last <= since) continue;
      if (parts === "all") return false;
      for (const part of parts) if ((known.parts.get(part) ?? 0) > since) return false;
    }
    return true;
  };
  const lookAt = async (now: number): Promise<typeof isSame> => {
    if (seen === undefined || seen < now) await look();
    return isSame;
  };
  return {
    latest: look,
    isMarked: (footprint) => [...footprint.keys()].every((table) => marked.has(table)),
    isUntouched: async (footprint, { since, now }) => since === now || (await lookAt(now))(footprint, since),
    async changedSince(table, { since, now }) {
      await lookAt(now);
      const known = tables.get(table);
      if (known === undefined || known.last <= since) return [];
      return [...known.parts].flatMap(([part, at]) => (at > since ? [part] : []));
    },
    lookAt,
  };
}
