import type { Kit } from "../kit.ts";

/**
 * Which change of who may come in was the last of an account, of a session or of the policy (identity-mark.ts): what
 * running processes have kept of sessions is held against it.
 */
export function defineIdentityMark(kit: Kit) {
  return kit.table(
    "identity_mark",
    { part: kit.id("part").notNull(), version: kit.integer("version").notNull() },
    (table) => [
      kit.primaryKey({ name: "identity_mark_key", columns: [table.part] }),
      kit.index("identity_mark_by_version").on(table.version),
    ],
  );
}
