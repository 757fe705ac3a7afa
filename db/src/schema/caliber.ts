import { verdicts } from "@yuanbiao/core/caliber";
import type { Kit } from "../kit.ts";
import { nameColumns, versionColumns } from "./version.ts";

export function defineCaliber(kit: Kit) {
  return kit.table(
    "caliber",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      scope: kit.text("scope"),
      population: kit.text("population"),
      denominator: kit.text("denominator"),
      level: kit.text("level"),
      price: kit.text("price"),
      classification: kit.text("classification"),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "caliber_key", columns: [table.code, table.version] })],
  );
}

/** Keyed by the area of the figure first, as every large table is. */
export function defineBridge(kit: Kit) {
  return kit.table(
    "bridge",
    {
      target: kit.id("target").notNull(),
      indicator: kit.id("indicator").notNull(),
      area: kit.id("area").notNull(),
      caliber: kit.id("caliber").notNull(),
      verdict: kit.choice("verdict", verdicts).notNull(),
      reason: kit.text("reason").notNull(),
      reasonEn: kit.text("reason_en"),
      confirmedBy: kit.text("confirmed_by"),
      confirmedOn: kit.day("confirmed_on"),
      document: kit.id("document"),
      publishedOn: kit.day("published_on"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({
        name: "bridge_key",
        columns: [table.area, table.target, table.indicator, table.caliber, table.version],
      }),
      kit.index("bridge_by_target").on(table.target, table.indicator, table.area, table.caliber),
    ],
  );
}
