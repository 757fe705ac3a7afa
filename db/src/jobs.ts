import { and, eq, sql } from "drizzle-orm";
import type { JobRow } from "./queries/job.ts";
import { encodeFields, shapeOf } from "./rows.ts";
import type { Store } from "./store.ts";
import { engineOf } from "./store.ts";

/**
 * What moves jobs on. None of it is in the trail: what a job changes is, by the commits that it makes. Each step says what
 * must still stand there, so that of several processes one alone takes it.
 */
export interface Claim {
  readonly id: string;
  /** The process that has the job. */
  readonly by: string;
}

/** Adds a job; false where there is one of this id, as with a duty of the night that another process has added. */
export async function addJob(store: Store, row: JobRow): Promise<boolean> {
  const engine = store[engineOf];
  const { name, fields } = shapeOf(store.schema.job);
  const columns = fields.map(({ column }) => column.name);
  try {
    await engine.transact((connection) =>
      connection.insert({ table: name, columns, rows: [encodeFields(fields, row)] }),
    );
    return true;
  } catch (error) {
    if (engine.isTaken(error)) return false;
    throw error;
  }
}

/** Takes a job as it was found, until an instant; false where somebody else has taken it in between. */
export async function claimJob(
  store: Store,
  { id, state, attempts }: Pick<JobRow, "id" | "state" | "attempts">,
  { by, until }: { readonly by: string; readonly until: string },
): Promise<boolean> {
  const { job } = store.schema;
  const where = and(eq(job.id, id), eq(job.state, state), eq(job.attempts, attempts));
  return changed(
    store,
    sql`update ${job} set "state" = 'running', "attempts" = "attempts" + 1, "claimed_by" = ${by}, "claimed_until" = ${until} where ${where}`,
  );
}

/** Keeps a job that goes on; false where it is no longer this process's. */
export async function renewJob(store: Store, claim: Claim, until: string): Promise<boolean> {
  const { job } = store.schema;
  return changed(store, sql`update ${job} set "claimed_until" = ${until} where ${held(store, claim)}`);
}

export interface JobAnswer {
  readonly status: number;
  readonly headers: string;
  /** The hash of its bytes. */
  readonly answer: string | null;
  readonly at: string;
}

/** Ends a job with its answer; false where it is no longer this process's. */
export async function finishJob(store: Store, claim: Claim, { status, headers, answer, at }: JobAnswer) {
  const { job } = store.schema;
  return changed(
    store,
    sql`update ${job} set "state" = 'done', "status" = ${status}, "answer_headers" = ${headers}, "answer" = ${answer}, "finished_at" = ${at} where ${held(store, claim)}`,
  );
}

/** Gives back a job that was begun and not ended, so that another process need not wait. */
export async function releaseJob(store: Store, claim: Claim): Promise<boolean> {
  const { job } = store.schema;
  return changed(
    store,
    sql`update ${job} set "state" = 'queued', "claimed_by" = null, "claimed_until" = null where ${held(store, claim)}`,
  );
}

export async function removeJob(store: Store, id: string): Promise<void> {
  const { job } = store.schema;
  await changed(store, sql`delete from ${job} where ${eq(job.id, id)}`);
}

function held({ schema: { job } }: Store, { id, by }: Claim) {
  return and(eq(job.id, id), eq(job.state, "running"), eq(job.claimedBy, by));
}

async function changed(store: Store, statement: ReturnType<typeof sql>): Promise<boolean> {
  return (await store[engineOf].transact((connection) => connection.run(statement))) === 1;
}
