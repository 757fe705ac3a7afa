import type { Letter } from "@yuanbiao/core/letter";
import { and, eq } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

/** Letters that were sent, the newest first. */
export async function listLetters(
  reader: Reader,
  cut: Cut,
  filter: { readonly city?: string | undefined; readonly ids?: readonly string[] | undefined } = {},
): Promise<Versioned<Letter>[]> {
  const { letter } = reader.schema;
  const where = and(
    standingAt(letter, cut),
    filter.city === undefined ? undefined : eq(letter.city, filter.city),
    oneOf(letter.id, filter.ids),
  );
  const rows = await selectRows(reader, letter, { where, orderBy: [letter.recordedAt, letter.id] });
  return rows.reverse();
}
