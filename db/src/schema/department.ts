import { Department } from "@yuanbiao/core/department";
import type { Kit } from "../kit.ts";
import { effectiveColumns, nameColumns, noteColumns, versionColumns } from "./version.ts";

const successionBases = ["text", "unverified"] as const;

export function defineDepartment(kit: Kit) {
  return kit.table(
    "department",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      city: kit.id("city").notNull(),
      aliases: kit.json("aliases", Department.shape.aliases).notNull(),
      members: kit.json("members", Department.shape.members).notNull(),
      ...effectiveColumns(kit),
      successor: kit.id("successor"),
      successionBasis: kit.choice("succession_basis", successionBases),
      ...noteColumns(kit),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "department_key", columns: [table.code, table.version] })],
  );
}
