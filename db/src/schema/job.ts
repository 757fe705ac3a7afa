import type { Kit } from "../kit.ts";

export const jobStates = ["queued", "running", "done"] as const;

/**
 * Work that is done beside the requests: a request that need not be waited for, or a duty of the night. Rows are changed
 * in place; what a job changes stands in the trail by its own entries.
 */
export function defineJob(kit: Kit) {
  return kit.table(
    "job",
    {
      id: kit.id("id").notNull(),
      kind: kit.id("kind").notNull(),
      /** Whose request it is, and the rights it was made with; the system's own jobs have none. */
      account: kit.id("account"),
      rights: kit.text("rights"),
      address: kit.text("address"),
      method: kit.text("method"),
      target: kit.text("target"),
      /** What of the request's headers counts, as JSON. */
      headers: kit.text("headers"),
      /** The hash of the request's body; null where it has none. */
      body: kit.text("body"),
      state: kit.choice("state", jobStates).notNull(),
      /** How often it was begun: more than once where a process ended in the middle of it. */
      attempts: kit.integer("attempts").notNull(),
      claimedBy: kit.text("claimed_by"),
      /** Until then nobody else takes it. */
      claimedUntil: kit.instant("claimed_until"),
      createdAt: kit.instant("created_at").notNull(),
      finishedAt: kit.instant("finished_at"),
      /** The answer's status, headers as JSON, and the hash of its bytes. */
      status: kit.integer("status"),
      answerHeaders: kit.text("answer_headers"),
      answer: kit.text("answer"),
    },
    (table) => [
      kit.primaryKey({ name: "job_key", columns: [table.id] }),
      kit.index("job_by_state").on(table.state, table.createdAt),
      kit.index("job_by_account").on(table.account, table.createdAt),
    ],
  );
}

/** The bytes of files, in parts, where processes on several machines share no folder. */
export function defineFilePart(kit: Kit) {
  return kit.table(
    "file_part",
    {
      folder: kit.id("folder").notNull(),
      hash: kit.id("hash").notNull(),
      part: kit.integer("part").notNull(),
      bytes: kit.bytes("bytes").notNull(),
    },
    (table) => [kit.primaryKey({ name: "file_part_key", columns: [table.folder, table.hash, table.part] })],
  );
}
