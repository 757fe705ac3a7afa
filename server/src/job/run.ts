import { hostname } from "node:os";
import { claimJob, finishJob, releaseJob, renewJob } from "@yuanbiao/db/jobs";
import { findDueJob, type JobRow } from "@yuanbiao/db/queries/job";
import type { Context } from "../context.ts";
import { type Duties, runDuty } from "./duty.ts";
import { type Answer, gaveUp, type Handle, runRequest } from "./request.ts";

/** So long a job is this process's without a sign of life; a job that goes on says so three times as often. */
const leaseMilliseconds = 120_000;
/** So far apart the clocks of two machines may be. */
const mostSkew = 60_000;
const mostAttempts = 3;

const leaseEnd = (now: Date, more = 0): string => new Date(now.getTime() + leaseMilliseconds + more).toISOString();

export interface Runner {
  /** Does one job that is due, where there is one; gives whether there was. */
  runOne(): Promise<boolean>;
  /** Gives back what is being done, so that another process takes it at once. */
  release(): Promise<void>;
}

interface Parts {
  /** The whole interface as one function. */
  readonly handle: Handle;
  readonly duties: Duties;
  /** What this process is called among all that share the store. */
  readonly name?: string;
}

/** Does jobs one after the other. Of several processes that look at one store each job is taken by one. */
export function makeRunner(context: Context, { handle, duties, name = makeName() }: Parts): Runner {
  const { store, clock } = context;
  const until = () => leaseEnd(clock());
  let current: string | null = null;

  const work = async (job: JobRow): Promise<void> => {
    const claim = { id: job.id, by: name };
    const sign = setInterval(() => {
      renewJob(store, claim, until()).catch((error: unknown) => context.logger.error({ err: error }));
    }, leaseMilliseconds / 3);
    try {
      const answer = await answerOf(context, job, { handle, duties });
      const kept = answer.bytes.length === 0 ? null : await context.jobFiles.save(answer.bytes);
      const at = clock().toISOString();
      await finishJob(store, claim, { status: answer.status, headers: answer.headers, answer: kept, at });
    } finally {
      clearInterval(sign);
    }
  };

  return {
    async runOne() {
      const now = clock();
      const due = await findDueJob(store, {
        ...{ now: now.toISOString(), latest: leaseEnd(now, mostSkew) },
        // A duty is done where it is wanted: one process alone may keep the backups.
        kinds: ["request", ...Object.keys(duties).filter((kind) => duties[kind]?.due(now) !== null)],
      });
      if (due === undefined) return false;
      if (!(await claimJob(store, due, { by: name, until: until() }))) return true;
      current = due.id;
      try {
        await work({ ...due, attempts: due.attempts + 1 });
      } finally {
        current = null;
      }
      return true;
    },
    async release() {
      if (current !== null) await releaseJob(store, { id: current, by: name });
    },
  };
}

const makeName = (): string => `${hostname()} ${process.pid} ${crypto.randomUUID().slice(0, 8)}`;

/** What a job led to; one that has ended its process again and again is given up. */
async function answerOf(context: Context, job: JobRow, { handle, duties }: Parts): Promise<Answer> {
  if (job.attempts > mostAttempts) return gaveUp(job);
  if (job.kind !== "request") return runDuty(context, job, duties);
  return runRequest(context, job, handle);
}
