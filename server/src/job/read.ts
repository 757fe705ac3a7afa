import { findJob, type JobRow, listJobs } from "@yuanbiao/db/queries/job";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { KeptHeaders } from "./request.ts";

const shown = 50;

/** One's own job; everybody else's is not there. */
export async function getOwnJob({ store }: Context, { actor }: Asker, id: string): Promise<JobRow> {
  const job = await findJob(store, id);
  if (job === undefined || job.account !== actor.account) throw new Refusal(404, "unknown-job");
  return job;
}

export function listOwnJobs({ store }: Context, { actor }: Asker): Promise<JobRow[]> {
  return listJobs(store, { account: actor.account, limit: shown });
}

export interface KeptAnswer {
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
const isStatus = (status: number): status is ContentfulStatusCode => status >= 200 && status < 600;

/** The answer of one's own job: for the rights that it was made with, as long as they stand. */
export async function answerOfJob(context: Context, asker: Asker, id: string): Promise<KeptAnswer> {
  const job = await getOwnJob(context, asker, id);
  if (job.rights !== JSON.stringify(asker.actor.grants)) throw new Refusal(403, "forbidden");
  if (job.state !== "done" || job.status === null || !isStatus(job.status)) throw new Refusal(409, "job-under-way");
  const bytes = new Uint8Array(job.answer === null ? [] : await context.jobFiles.read(job.answer));
  const headers = KeptHeaders.parse(JSON.parse(job.answerHeaders ?? "{}"));
  return { status: job.status, headers: { ...headers, "cache-control": "private, no-store" }, bytes };
}
