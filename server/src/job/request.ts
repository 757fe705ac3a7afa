import type { JobRow } from "@yuanbiao/db/queries/job";
import { z } from "zod";
import { noteVisit } from "../admit.ts";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { problemText } from "../text/problems.ts";
import { identityOfAccount } from "./identity.ts";

/** The whole interface as one function; what came with a request beside its bytes is noted under `incoming`. */
export type Handle = (request: Request, env: { readonly incoming: object }) => Promise<Response> | Response;

/** What a job led to, as it is kept. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly bytes: Uint8Array;
}

/** Headers as a job keeps them. */
export const KeptHeaders = z.record(z.string(), z.string());
const told = ["content-type", "content-language", "content-disposition", "etag"] as const;

/**
 * Does the request of a job as its account would at this moment. It carries an Idempotency-Key, so that a job that is
 * begun again after its process ended changes nothing a second time.
 */
export async function runRequest(context: Context, job: JobRow, handle: Handle): Promise<Answer> {
  const incoming = {};
  const headers = new Headers(KeptHeaders.parse(JSON.parse(job.headers ?? "{}")));
  if (!headers.has("idempotency-key")) headers.set("idempotency-key", job.id);
  const identity = job.account === null ? null : await identityOfAccount(context, job.account);
  noteVisit(incoming, { address: job.address, host: "job", identity });
  const body = job.body === null ? null : new Uint8Array(await context.jobFiles.read(job.body));
  if (body !== null) headers.set("content-length", String(body.length));
  const method = job.method ?? "GET";
  const request = new Request(new URL(job.target ?? "/", "http://job"), { method, headers, body });
  const response = await handle(request, { incoming });
  if (job.attempts > 1 && (await isPending(response))) return problem(job, 409, "job-answer-lost");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const own = told.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers: JSON.stringify(Object.fromEntries(own)), bytes };
}

/** Whether the change was made by the attempt before, whose process ended before its answer was kept. */
async function isPending(response: Response): Promise<boolean> {
  if (response.status !== 409) return false;
  const said: unknown = await response.clone().json();
  return typeof said === "object" && said !== null && Reflect.get(said, "code") === "idempotency-pending";
}

export function gaveUp(job: JobRow): Answer {
  return problem(job, 500, "job-given-up");
}

function problem(job: JobRow, status: number, code: string): Answer {
  const asked = KeptHeaders.parse(JSON.parse(job.headers ?? "{}"));
  const { title, detail } = problemText(languageOf(asked["accept-language"]), code);
  const type = `urn:yuanbiao:problem:${code}`;
  const body = { type, title, status, code, detail, instance: `urn:yuanbiao:job:${job.id}` };
  const headers = JSON.stringify({ "content-type": "application/problem+json; charset=utf-8" });
  return { status, headers, bytes: Buffer.from(JSON.stringify(body)) };
}
