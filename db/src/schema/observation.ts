import { lastDayOf } from "@yuanbiao/core/day";
import type { Observation } from "@yuanbiao/core/observation";
import { Conflict, figureClasses, qualifiers, roles, stages, valueStates } from "@yuanbiao/core/observation";
import { getPeriod } from "@yuanbiao/core/period";
import type { Kit } from "../kit.ts";
import { noteColumns, versionColumns } from "./version.ts";

const periodBases = ["stated", "inferred"] as const;

/** The largest table: its key and the index that serves its reads begin with the area. */
export function defineObservation(kit: Kit) {
  return kit.table("observation", { ...observationColumns(kit), ...versionColumns(kit) }, (table) => [
    kit.primaryKey({ name: "observation_key", columns: [table.area, table.id, table.version] }),
    kit
      .index("observation_by_area")
      .on(table.area, table.indicator, table.periodEnd, table.period, table.id, table.version),
    kit.index("observation_by_id").on(table.id, table.version),
    kit.index("observation_by_record").on(table.recordedAt),
  ]);
}

function observationColumns(kit: Kit) {
  return {
    id: kit.id("id").notNull(),
    area: kit.id("area").notNull(),
    indicator: kit.id("indicator").notNull(),
    caliber: kit.id("caliber").notNull(),
    period: kit.period("period").notNull(),
    periodEnd: kit.day("period_end").notNull(),
    periodBasis: kit.choice("period_basis", periodBases).notNull(),
    state: kit.choice("state", valueStates).notNull(),
    value: kit.quantity("value"),
    text: kit.text("text"),
    textEn: kit.text("text_en"),
    unit: kit.text("unit").notNull(),
    qualifier: kit.choice("qualifier", qualifiers).notNull(),
    stage: kit.choice("stage", stages).notNull(),
    role: kit.choice("role", roles).notNull(),
    reportedGrowth: kit.quantity("reported_growth"),
    priorComparable: kit.quantity("prior_comparable"),
    document: kit.id("document").notNull(),
    clause: kit.text("clause"),
    publishedOn: kit.day("published_on"),
    publishedLast: kit.day("published_last"),
    class: kit.choice("class", figureClasses).notNull(),
    enterprises: kit.integer("enterprises"),
    ...noteColumns(kit),
  };
}

/** Columns that are derived from a figure when it is written, for ordering and for the publishedBy cut. */
export function derivedOf(record: Observation): { periodEnd: string; publishedLast: string | null } {
  const { period, publishedOn } = record;
  return { periodEnd: getPeriod(period).end, publishedLast: publishedOn === null ? null : lastDayOf(publishedOn) };
}

export function defineConflict(kit: Kit) {
  return kit.table(
    "conflict",
    {
      code: kit.id("code").notNull(),
      observations: kit.json("observations", Conflict.shape.observations).notNull(),
      reason: kit.text("reason").notNull(),
      reasonEn: kit.text("reason_en"),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "conflict_key", columns: [table.code, table.version] })],
  );
}
