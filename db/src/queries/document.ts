import type { PolicyDocument } from "@yuanbiao/core/document";
import { and } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

/** Documents and pages, by code; without codes all of them. */
export async function listDocuments(
  reader: Reader,
  cut: Cut,
  codes?: readonly string[],
): Promise<Versioned<PolicyDocument>[]> {
  const { document } = reader.schema;
  const where = and(standingAt(document, cut), oneOf(document.code, codes));
  return selectRows(reader, document, { where, orderBy: [document.code] });
}
