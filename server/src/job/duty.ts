import { addJob } from "@yuanbiao/db/jobs";
import { findJob, type JobRow } from "@yuanbiao/db/queries/job";
import type { Context } from "../context.ts";
import type { Answer } from "./request.ts";

/** A duty of the system: when it was last due, as a text that names that time, and what is to be done then. */
export interface Duty {
  /** The name of the time for which it is due by now; null where it is not due at all. */
  due(now: Date): string | null;
  /** Does it; what it gives back is kept with the job. */
  run(context: Context): Promise<object>;
}
export type Duties = Readonly<Record<string, Duty>>;

/** Adds what is due. The name of the time is part of the job's id: of several processes one alone adds it. */
export async function addDueDuties(context: Context, duties: Duties): Promise<void> {
  const now = context.clock();
  for (const [kind, duty] of Object.entries(duties)) {
    const time = duty.due(now);
    if (time === null) continue;
    const id = `${kind}-${time}`;
    if ((await findJob(context.store, id)) === undefined) await addJob(context.store, jobOf(kind, id, now));
  }
}

function jobOf(kind: string, id: string, now: Date): JobRow {
  return {
    ...{ id, kind, account: null, rights: null, address: null, method: null, target: null, headers: null, body: null },
    ...{ state: "queued", attempts: 0, claimedBy: null, claimedUntil: null, createdAt: now.toISOString() },
    ...{ finishedAt: null, status: null, answerHeaders: null, answer: null },
  };
}

const json = JSON.stringify({ "content-type": "application/json; charset=utf-8" });

/** Does a duty; one that fails is done with a status that says so, and its reason is in the log. */
export async function runDuty(context: Context, job: JobRow, duties: Duties): Promise<Answer> {
  const duty = duties[job.kind];
  try {
    if (duty === undefined) throw new Error(`this version knows no duty ${job.kind}`);
    const said = await duty.run(context);
    return { status: 200, headers: json, bytes: Buffer.from(JSON.stringify(said)) };
  } catch (error) {
    context.logger.error({ job: job.id, err: error });
    return { status: 500, headers: json, bytes: new Uint8Array() };
  }
}
