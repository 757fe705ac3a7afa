import { LightRule, lightMeasures } from "@yuanbiao/core/light";
import type { Kit } from "../kit.ts";
import { nameColumns, versionColumns } from "./version.ts";

export function defineLightRule(kit: Kit) {
  return kit.table(
    "light_rule",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      measure: kit.choice("measure", lightMeasures).notNull(),
      periods: kit.integer("periods").notNull(),
      bands: kit.json("bands", LightRule.shape.bands).notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "light_rule_key", columns: [table.code, table.version] })],
  );
}
