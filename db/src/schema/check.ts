import { Check, severities } from "@yuanbiao/core/check";
import type { Kit } from "../kit.ts";
import { nameColumns, noteColumns, versionColumns } from "./version.ts";

export function defineCheck(kit: Kit) {
  return kit.table(
    "check_rule",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      severity: kit.choice("severity", severities).notNull(),
      indicators: kit.json("indicators", Check.shape.indicators).notNull(),
      rule: kit.json("rule", Check.shape.rule).notNull(),
      active: kit.flag("active").notNull(),
      ...noteColumns(kit),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "check_key", columns: [table.code, table.version] })],
  );
}
