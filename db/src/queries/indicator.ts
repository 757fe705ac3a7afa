import type { Indicator } from "@yuanbiao/core/indicator";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Indicators, by code. */
export async function listIndicators(reader: Reader, cut: Cut): Promise<Versioned<Indicator>[]> {
  const { indicator } = reader.schema;
  return selectRows(reader, indicator, { where: standingAt(indicator, cut), orderBy: [indicator.code] });
}
