import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Documents and pages, by code. */
export async function listDocuments(reader: Reader, cut: Cut): Promise<Versioned<PolicyDocument>[]> {
  const { document } = reader.schema;
  return selectRows(reader, document, { where: standingAt(document, cut), orderBy: [document.code] });
}
