import { createHash, randomUUID } from "node:crypto";
import { addJob } from "@yuanbiao/db/jobs";
import { findJob, type JobRow } from "@yuanbiao/db/queries/job";
import type { MiddlewareHandler, Context as Request } from "hono";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { askerOf, type Variables } from "../variables.ts";
import { viewOf } from "./view.ts";

/** What of a request's headers its answer may depend on. */
const kept = ["accept", "accept-language", "content-type", "if-match"] as const;
const mostWaiting = 20;

/**
 * Lets who cannot wait go: with `Prefer: respond-async` (RFC 7240) the request becomes a job, and the answer says where
 * its own answer will be. Programs with a key wait.
 */
export function deferrable(): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const isAsked = /(^|,)\s*respond-async\s*(,|;|$)/i.test(request.req.header("prefer") ?? "");
    const asker = askerOf(request);
    const context = request.get("server");
    const mayBe = context.jobs.isServed() && asker.actor.keyScope === null && !isJobItself(request);
    if (!isAsked || !mayBe) return next();
    const job = await enqueue(context, request);
    request.header("preference-applied", "respond-async");
    request.header("location", `/api/jobs/${job.id}`);
    request.header("cache-control", "no-store");
    return request.json(viewOf(job), 202);
  };
}

/** A job's own request is answered, not put off again. */
const isJobItself = (request: Request<Variables>): boolean => request.get("identity")?.session === null;

async function enqueue(context: Context, request: Request<Variables>): Promise<JobRow> {
  const { store, clock, jobFiles, jobs } = context;
  const { actor, address } = askerOf(request);
  const key = request.req.header("idempotency-key");
  // The same key is the same job: a request that is sent again after its answer was lost is not done twice.
  const id = key === undefined ? randomUUID() : idOf(actor.account, key);
  const headers = Object.fromEntries(kept.flatMap((name) => pair(name, request.req.header(name))));
  const body = Buffer.from(await request.req.arrayBuffer());
  const { pathname, search } = new URL(request.req.url);
  const row: JobRow = {
    ...{ id, kind: "request", account: actor.account, rights: JSON.stringify(actor.grants), address },
    ...{ method: request.req.method, target: pathname + search },
    headers: JSON.stringify({ ...headers, ...(key !== undefined && { "idempotency-key": key }) }),
    body: body.length === 0 ? null : await jobFiles.save(body),
    ...{ state: "queued", attempts: 0, claimedBy: null, claimedUntil: null, createdAt: clock().toISOString() },
    ...{ finishedAt: null, status: null, answerHeaders: null, answer: null },
  };
  const known = await findJob(store, id);
  if (known === undefined) {
    await jobs.refuseTooMany(actor.account, mostWaiting);
    if (await addJob(store, row)) {
      jobs.nudge();
      return row;
    }
  }
  const found = known ?? (await findJob(store, id));
  if (found === undefined || !isSame(found, row)) throw new Refusal(422, "idempotency-conflict");
  return found;
}

const pair = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]];

function idOf(account: string, key: string): string {
  return createHash("sha256").update(`${account}\n${key}`).digest("hex").slice(0, 36);
}

function isSame(one: JobRow, other: JobRow): boolean {
  return one.method === other.method && one.target === other.target && one.body === other.body;
}
