import { Task, taskKinds } from "@yuanbiao/core/task";
import type { Kit } from "../kit.ts";
import { nameColumns, noteColumns, versionColumns } from "./version.ts";

const dueBases = ["stated", "inherited"] as const;

export function defineTask(kit: Kit) {
  return kit.table(
    "task",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      kind: kit.choice("kind", taskKinds).notNull(),
      area: kit.id("area").notNull(),
      section: kit.text("section").notNull(),
      sectionEn: kit.text("section_en"),
      departments: kit.json("departments", Task.shape.departments).notNull(),
      due: kit.period("due"),
      dueBasis: kit.choice("due_basis", dueBases),
      document: kit.id("document").notNull(),
      clause: kit.text("clause").notNull(),
      ...noteColumns(kit),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "task_key", columns: [table.code, table.version] })],
  );
}
