import type { Kit } from "../kit.ts";

/**
 * One row: the number of commits so far, of those that changed who may come in, and the instant of the last one. Its lock
 * puts commits in a row.
 */
export function defineDataset(kit: Kit) {
  return kit.table(
    "dataset",
    {
      id: kit.id("id").notNull(),
      version: kit.integer("version").notNull(),
      identityVersion: kit.integer("identity_version").notNull().default(0),
      recordedAt: kit.instant("recorded_at"),
    },
    (table) => [kit.primaryKey({ name: "dataset_key", columns: [table.id] })],
  );
}

/** Which folders were loaded, by digest of their files, so that a shipped folder is loaded once. */
export function defineSeedLoad(kit: Kit) {
  return kit.table(
    "seed_load",
    {
      digest: kit.id("digest").notNull(),
      folder: kit.text("folder").notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
    },
    (table) => [kit.primaryKey({ name: "seed_load_key", columns: [table.digest] })],
  );
}
