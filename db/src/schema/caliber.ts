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
      scopeEn: kit.text("scope_en"),
      population: kit.text("population"),
      populationEn: kit.text("population_en"),
      denominator: kit.text("denominator"),
      denominatorEn: kit.text("denominator_en"),
      level: kit.text("level"),
      levelEn: kit.text("level_en"),
      price: kit.text("price"),
      priceEn: kit.text("price_en"),
      classification: kit.text("classification"),
      classificationEn: kit.text("classification_en"),
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
