import type { Kit } from "../kit.ts";

/** How often a process was asked by somebody in a minute: what all of them together are held to. Nothing rests on it. */
export function definePace(kit: Kit) {
  return kit.table(
    "pace",
    {
      /** Whoever asks, as a hash. */
      asker: kit.id("asker").notNull(),
      /** Minutes since 1970. */
      minute: kit.integer("minute").notNull(),
      process: kit.id("process").notNull(),
      count: kit.integer("count").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "pace_key", columns: [table.asker, table.minute, table.process] }),
      kit.index("pace_by_minute").on(table.minute),
    ],
  );
}
