import type { Check } from "@yuanbiao/core/check";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Checks, by code. */
export async function listChecks(reader: Reader, cut: Cut): Promise<Versioned<Check>[]> {
  const { check } = reader.schema;
  return selectRows(reader, check, { where: standingAt(check, cut), orderBy: [check.code] });
}
