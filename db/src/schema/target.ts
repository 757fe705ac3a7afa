import {
  areaBases,
  comparators,
  memberComparators,
  milestoneStates,
  natures,
  owingBases,
  Target,
  targetKinds,
} from "@yuanbiao/core/target";
import type { Kit } from "../kit.ts";
import { nameColumns, noteColumns, versionColumns } from "./version.ts";

export function defineTarget(kit: Kit) {
  return kit.table("target", { ...targetColumns(kit), ...versionColumns(kit) }, (table) => [
    kit.primaryKey({ name: "target_key", columns: [table.area, table.id, table.version] }),
    kit.index("target_by_id").on(table.id, table.version),
    kit.index("target_by_indicator").on(table.area, table.indicator, table.due, table.id),
    kit.index("target_by_record").on(table.recordedAt),
  ]);
}

function targetColumns(kit: Kit) {
  return {
    id: kit.id("id").notNull(),
    ...nameColumns(kit),
    kind: kit.choice("kind", targetKinds).notNull(),
    area: kit.id("area").notNull(),
    areaBasis: kit.choice("area_basis", areaBases).notNull(),
    indicator: kit.id("indicator").notNull(),
    caliber: kit.id("caliber").notNull(),
    due: kit.period("due"),
    comparator: kit.choice("comparator", comparators).notNull(),
    value: kit.quantity("value"),
    valueMax: kit.quantity("value_max"),
    tolerance: kit.quantity("tolerance"),
    memberComparator: kit.choice("member_comparator", memberComparators),
    members: kit.json("members", Target.shape.members).notNull(),
    start: kit.period("start_period"),
    nature: kit.choice("nature", natures).notNull(),
    aspirational: kit.flag("aspirational").notNull(),
    path: kit.json("path", Target.shape.path.unwrap()),
    readings: kit.json("readings", Target.shape.readings).notNull(),
    band: kit.json("band", Target.shape.band.unwrap()),
    series: kit.id("series"),
    nestedIn: kit.id("nested_in"),
    decomposition: kit.json("decomposition", Target.shape.decomposition).notNull(),
    citations: kit.json("citations", Target.shape.citations).notNull(),
    conflicts: kit.json("conflicts", Target.shape.conflicts).notNull(),
    owes: kit.id("owes"),
    owesBasis: kit.choice("owes_basis", owingBases),
    decision: kit.choice("decision", milestoneStates),
    ...noteColumns(kit),
  };
}
