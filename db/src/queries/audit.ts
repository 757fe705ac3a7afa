import type { InferSelectModel } from "drizzle-orm";
import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
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

export interface TrailFilter {
  readonly area?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly result?: string | undefined;
  readonly subject?: string | undefined;
  /** Instants, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: Pick<AuditRow, "recordedAt" | "area" | "seq"> | undefined;
  readonly limit: number;
}

/** The trail as auditors read it: the newest entry first. */
export async function listTrail(reader: Reader, filter: TrailFilter): Promise<AuditRow[]> {
  const { audit } = reader.schema;
  const { area, actor, action, result, subject, from, to, before, limit } = filter;
  const where = and(
    area === undefined ? undefined : eq(audit.area, area),
    actor === undefined ? undefined : eq(audit.actor, actor),
    action === undefined ? undefined : eq(audit.action, action),
    result === undefined ? undefined : eq(audit.result, result),
    subject === undefined ? undefined : eq(audit.subject, subject),
    from === undefined ? undefined : gte(audit.recordedAt, from),
    to === undefined ? undefined : lte(audit.recordedAt, to),
    before === undefined
      ? undefined
      : sql`(${audit.recordedAt}, ${audit.area}, ${audit.seq}) < (${before.recordedAt}, ${before.area}, ${before.seq})`,
  );
  const orderBy = [desc(audit.recordedAt), desc(audit.area), desc(audit.seq)];
  return selectRows(reader, audit, { where, orderBy, limit });
}

/** Every action that the trail knows, by name: what a filter offers. */
export async function listActions(reader: Reader): Promise<string[]> {
  const { audit } = reader.schema;
  const rows = await reader.select(sql`select distinct ${audit.action} from ${audit} order by ${audit.action}`);
  return rows.map(([action]) => String(action));
}
