import type { Kit } from "../kit.ts";

/** The trail, one hash chain an area; triggers refuse to change or delete a row. */
export function defineAudit(kit: Kit) {
  return kit.table(
    "audit",
    {
      area: kit.id("area").notNull(),
      seq: kit.integer("seq").notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
      actor: kit.text("actor").notNull(),
      action: kit.text("action").notNull(),
      subject: kit.text("subject"),
      /** Canonical JSON, kept as text because the hash is over this text. */
      detail: kit.text("detail").notNull(),
      /** Role, address and result stand apart, so that the trail can be filtered by them. */
      role: kit.text("role"),
      address: kit.text("address"),
      result: kit.text("result"),
      previousHash: kit.text("previous_hash"),
      hash: kit.text("hash").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "audit_key", columns: [table.area, table.seq] }),
      kit.index("audit_by_record").on(table.recordedAt),
      kit.index("audit_by_actor").on(table.actor, table.recordedAt),
      // An address that keeps failing is found by what it left here, whichever process it came to.
      kit.index("audit_by_address").on(table.address, table.recordedAt),
    ],
  );
}

/** The end of each area's chain: what is locked before an entry is added. */
export function defineAuditHead(kit: Kit) {
  return kit.table(
    "audit_head",
    { area: kit.id("area").notNull(), seq: kit.integer("seq").notNull(), hash: kit.text("hash").notNull() },
    (table) => [kit.primaryKey({ name: "audit_head_key", columns: [table.area] })],
  );
}
