import type { InferSelectModel } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { Reader, Schema } from "../store.ts";
import { selectRows } from "./versions.ts";

export type AuditRow = InferSelectModel<Schema["audit"]>;
export type AuditHead = InferSelectModel<Schema["auditHead"]>;

export interface AuditPage {
  readonly area?: string | undefined;
  readonly after?: Pick<AuditRow, "area" | "seq"> | undefined;
  readonly limit?: number | undefined;
}

/** Entries of the trail, by area and number in its chain. */
export async function listAudit(reader: Reader, page: AuditPage = {}): Promise<AuditRow[]> {
  const { audit } = reader.schema;
  const { area, after, limit } = page;
  const where = and(
    area === undefined ? undefined : eq(audit.area, area),
    after === undefined ? undefined : sql`(${audit.area}, ${audit.seq}) > (${after.area}, ${after.seq})`,
  );
  return selectRows(reader, audit, { where, orderBy: [audit.area, audit.seq], limit });
}

/** Where each area's chain ends, by area. */
export async function listAuditHeads(reader: Reader, area?: string): Promise<AuditHead[]> {
  const { auditHead } = reader.schema;
  const where = area === undefined ? undefined : eq(auditHead.area, area);
  return selectRows(reader, auditHead, { where, orderBy: [auditHead.area] });
}
