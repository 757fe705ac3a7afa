import { SchemeRecord, schemeStates } from "@yuanbiao/core/scheme-record";
import type { Kit } from "../kit.ts";
import { versionColumns } from "./version.ts";

export function defineScheme(kit: Kit) {
  return kit.table(
    "scheme",
    {
      code: kit.id("code").notNull(),
      state: kit.choice("state", schemeStates).notNull(),
      basis: kit.id("basis"),
      body: kit.json("body", SchemeRecord.shape.body).notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "scheme_key", columns: [table.code, table.version] })],
  );
}
