import { Area, areaKinds, membershipBases, membershipKinds, membershipRoles } from "@yuanbiao/core/area";
import type { Kit } from "../kit.ts";
import { effectiveColumns, nameColumns, noteColumns, versionColumns } from "./version.ts";

export function defineArea(kit: Kit) {
  return kit.table(
    "area",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      kind: kit.choice("kind", areaKinds).notNull(),
      city: kit.id("city").notNull(),
      aliases: kit.json("aliases", Area.shape.aliases).notNull(),
      openEnded: kit.flag("open_ended").notNull(),
      ...effectiveColumns(kit),
      department: kit.id("department"),
      ...noteColumns(kit),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "area_key", columns: [table.code, table.version] })],
  );
}

export function defineMembership(kit: Kit) {
  return kit.table(
    "membership",
    {
      area: kit.id("area").notNull(),
      parent: kit.id("parent").notNull(),
      kind: kit.choice("kind", membershipKinds).notNull(),
      role: kit.choice("role", membershipRoles),
      basis: kit.choice("basis", membershipBases).notNull(),
      ...effectiveColumns(kit),
      document: kit.id("document"),
      clause: kit.text("clause"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({ name: "membership_key", columns: [table.area, table.parent, table.kind, table.version] }),
    ],
  );
}
