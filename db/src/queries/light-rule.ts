import type { LightRule } from "@yuanbiao/core/light";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Light rules, by code. */
export async function listLightRules(reader: Reader, cut: Cut): Promise<Versioned<LightRule>[]> {
  const { lightRule } = reader.schema;
  return selectRows(reader, lightRule, { where: standingAt(lightRule, cut), orderBy: [lightRule.code] });
}
