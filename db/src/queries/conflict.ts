import type { Conflict } from "@yuanbiao/core/observation";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Declared conflicts, by code. */
export async function listConflicts(reader: Reader, cut: Cut): Promise<Versioned<Conflict>[]> {
  const { conflict } = reader.schema;
  return selectRows(reader, conflict, { where: standingAt(conflict, cut), orderBy: [conflict.code] });
}
