import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";
import type { AuditRow } from "./audit.ts";
import { selectRows } from "./versions.ts";

/** Failed sign-ins out of a trail, the newest first. */
export async function listSignInFailures(
  reader: Reader,
  { area, before, limit }: { area: string; before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
  const { audit } = reader.schema;
  const where = and(
    eq(audit.area, area),
    eq(audit.action, "sign-in"),
    eq(audit.result, "failed"),
    before === undefined ? undefined : lt(audit.seq, before),
  );
  return selectRows(reader, audit, { where, orderBy: [desc(audit.seq)], limit });
}

/**
 * How often an address has failed between two instants, by any process's trail: to sign in, or with a one-time link. The
 * trail's instants never go back: those after a clock that ran ahead say nothing about now.
 */
export async function countFailuresOf(
  reader: Reader,
  { area, address, since, until }: { area: string; address: string; since: string; until: string },
): Promise<number> {
  const { audit } = reader.schema;
  const where = and(
    eq(audit.address, address),
    gt(audit.recordedAt, since),
    lt(audit.recordedAt, until),
    eq(audit.area, area),
    eq(audit.result, "failed"),
  );
  const [row] = await reader.select(sql`select count(*) from ${audit} where ${where}`);
  return Number(row?.[0]);
}
