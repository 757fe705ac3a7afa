import { directions, measures, rollUps, timings } from "@yuanbiao/core/indicator";
import type { Kit } from "../kit.ts";
import { nameColumns, versionColumns } from "./version.ts";

export function defineIndicator(kit: Kit) {
  return kit.table(
    "indicator",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      unit: kit.text("unit").notNull(),
      measure: kit.choice("measure", measures).notNull(),
      direction: kit.choice("direction", directions).notNull(),
      timing: kit.choice("timing", timings).notNull(),
      decimals: kit.integer("decimals").notNull(),
      whole: kit.flag("whole").notNull(),
      numerator: kit.id("numerator"),
      denominator: kit.id("denominator"),
      rollUp: kit.choice("roll_up", rollUps).notNull(),
      department: kit.id("department"),
      departmentFrom: kit.day("department_from"),
      departmentTo: kit.day("department_to"),
      definition: kit.text("definition"),
      definitionEn: kit.text("definition_en"),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "indicator_key", columns: [table.code, table.version] })],
  );
}
