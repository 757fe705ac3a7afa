import { and, desc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { RowOf } from "../rows.ts";
import type { Reader, Schema } from "../store.ts";
import { oneOf, selectRows } from "./versions.ts";

export type JobRow = RowOf<Schema["job"]>;

export async function findJob(reader: Reader, id: string): Promise<JobRow | undefined> {
  const { job } = reader.schema;
  const [row] = await selectRows(reader, job, { where: eq(job.id, id), orderBy: [job.id] });
  return row;
}

/**
 * Of these kinds, the next job to be done: the oldest that waits, or whose process has been silent beyond its time. Nobody can have taken
 * one until after `latest`: the clock was set back since, and its time counts as over.
 */
export async function findDueJob(
  reader: Reader,
  { now, latest, kinds }: { readonly now: string; readonly latest: string; readonly kinds: readonly string[] },
): Promise<JobRow | undefined> {
  const { job } = reader.schema;
  const isSilent = or(lte(job.claimedUntil, now), gt(job.claimedUntil, latest));
  const isDue = or(eq(job.state, "queued"), and(eq(job.state, "running"), isSilent));
  const where = and(oneOf(job.kind, kinds), isDue);
  const [row] = await selectRows(reader, job, { where, orderBy: [job.createdAt, job.id], limit: 1 });
  return row;
}

/** Jobs, the newest first; of one account, of one kind. */
export async function listJobs(
  reader: Reader,
  { account, kind, limit }: { account?: string | undefined; kind?: string | undefined; limit: number },
): Promise<JobRow[]> {
  const { job } = reader.schema;
  const where = and(
    account === undefined ? undefined : eq(job.account, account),
    kind === undefined ? undefined : eq(job.kind, kind),
  );
  return selectRows(reader, job, { where, orderBy: [desc(job.createdAt), job.id], limit });
}

/** Finished jobs that were made before an instant: requests of accounts, and duties, which have an instant of their own. */
export async function listOldJobs(
  reader: Reader,
  before: { readonly requests: string; readonly duties: string },
  limit: number,
): Promise<JobRow[]> {
  const { job } = reader.schema;
  const isOld = or(
    and(isNotNull(job.account), lt(job.createdAt, before.requests)),
    and(isNull(job.account), lt(job.createdAt, before.duties)),
  );
  const where = and(eq(job.state, "done"), isOld);
  return selectRows(reader, job, { where, orderBy: [job.createdAt, job.id], limit });
}

/** How many jobs are in each state; of one account where it is given. */
export async function countJobs(reader: Reader, account?: string): Promise<Readonly<Record<string, number>>> {
  const { job } = reader.schema;
  const where = account === undefined ? sql`` : sql` where ${eq(job.account, account)}`;
  const rows = await reader.select(sql`select "state", count(*) from ${job}${where} group by "state"`);
  return Object.fromEntries(rows.map(([state, count]) => [String(state), Number(count)]));
}
