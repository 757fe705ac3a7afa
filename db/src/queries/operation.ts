import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

/** How much a store holds. */
export interface StoreSize {
  readonly observations: number;
  readonly reports: number;
  readonly auditEntries: number;
  readonly accounts: number;
  readonly sessions: number;
  readonly evidenceFiles: number;
  readonly evidenceBytes: number;
}

/** Counts what grows; figures and reports as they stand, the trail as a whole. */
export async function measureStore(reader: Reader): Promise<StoreSize> {
  const { observation, report, account, session, evidence } = reader.schema;
  const number = async (query: ReturnType<typeof sql>): Promise<number> =>
    Number((await reader.select(query))[0]?.[0] ?? 0);
  return {
    observations: await number(sql`select count(*) from ${observation} where ${isNull(observation.supersededAt)}`),
    reports: await number(sql`select count(*) from ${report} where ${isNull(report.supersededAt)}`),
    // Chains have no gaps: their ends say how long they are.
    auditEntries: await number(sql`select sum("seq") from ${reader.schema.auditHead}`),
    accounts: await number(sql`select count(*) from ${account}`),
    sessions: await number(sql`select count(*) from ${session}`),
    evidenceFiles: await number(sql`select count(distinct "hash") from ${evidence}`),
    evidenceBytes: await number(sql`select sum("size") from ${evidence} where "version" = 1`),
  };
}

/** How many attempts of a trail failed or were denied since an instant. */
export async function countAttempts(
  reader: Reader,
  { area, result, since }: { area: string; result: "failed" | "denied"; since: string },
): Promise<number> {
  const { audit } = reader.schema;
  const where = and(gt(audit.recordedAt, since), eq(audit.area, area), eq(audit.result, result));
  const [row] = await reader.select(sql`select count(*) from ${audit} where ${where}`);
  return Number(row?.[0]);
}
