import { shanghaiDay } from "@yuanbiao/core/day";
import { removeJob } from "@yuanbiao/db/jobs";
import { getPolicy } from "@yuanbiao/db/queries/account";
import { listOldJobs } from "@yuanbiao/db/queries/job";
import { forgetAnswers, forgetIdentityMarks, forgetSessions } from "@yuanbiao/db/touch";
import type { Context } from "../context.ts";
import type { Duty } from "./duty.ts";

const keptDays = 7;
/** That a duty was done is known longer than a clock may run ahead: it must not be done again when that is set right. */
const dutyDays = 400;
const atOnce = 100;

/**
 * Once a day: answers that nobody has fetched for a week are forgotten, with what was asked, those that are kept for who
 * asks again, sessions that are over, and which of them was changed when.
 */
export const tidy: Duty = {
  due: (now) => shanghaiDay(now),
  run: async (context) => ({
    jobs: await forgetOldJobs(context),
    answers: await forgetAnswers(context.store, daysAgo(context, keptDays)),
    sessions: await forgetOldSessions(context),
    identityMarks: await forgetIdentityMarks(context.store),
  }),
};

const daysAgo = ({ clock }: Context, days: number) => new Date(clock().getTime() - days * 86_400_000).toISOString();

async function forgetOldJobs(context: Context): Promise<number> {
  const { store, jobFiles } = context;
  const before = { requests: daysAgo(context, keptDays), duties: daysAgo(context, dutyDays) };
  let removed = 0;
  for (;;) {
    const old = await listOldJobs(store, before, atOnce);
    for (const { id, body, answer } of old) {
      for (const hash of [body, answer]) if (hash !== null) await jobFiles.remove(hash);
      await removeJob(store, id);
      removed += 1;
    }
    if (old.length < atOnce) return removed;
  }
}

/** A day later than they ended: who looks into what happened still finds them. */
async function forgetOldSessions({ store, clock }: Context): Promise<number> {
  const { sessionHours, idleMinutes } = await getPolicy(store);
  const before = (minutes: number) => new Date(clock().getTime() - (minutes + 24 * 60) * 60_000).toISOString();
  return forgetSessions(store, { createdBefore: before(sessionHours * 60), seenBefore: before(idleMinutes) });
}
