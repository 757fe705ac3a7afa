import { documentKinds, sourceGrades, validities } from "@yuanbiao/core/document";
import type { Kit } from "../kit.ts";
import { nameColumns, noteColumns, versionColumns } from "./version.ts";

export function defineDocument(kit: Kit) {
  return kit.table(
    "document",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      kind: kit.choice("kind", documentKinds).notNull(),
      number: kit.text("number"),
      publisher: kit.text("publisher"),
      publishedOn: kit.day("published_on"),
      validity: kit.choice("validity", validities),
      address: kit.text("address"),
      grade: kit.choice("grade", sourceGrades).notNull(),
      ...noteColumns(kit),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "document_key", columns: [table.code, table.version] })],
  );
}
