import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { guard } from "../guard.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { answerOfJob, getOwnJob, listOwnJobs } from "./read.ts";
import { JobId, JobList, JobView } from "./shape.ts";
import { viewOf } from "./view.ts";

const own = { tag: "jobs", right: "session.own" } as const;

const list = readRoute({
  path: "/api/jobs",
  summary: "one's own jobs: requests that were put off by Prefer: respond-async, the newest first; kept for a week",
  ...{ answer: JobList, query: {}, params: {} },
  ...own,
});
const one = readRoute({
  path: "/api/jobs/{id}",
  summary: "how far a job is",
  ...{ answer: JobView, query: {}, params: { id: JobId } },
  ...own,
});
/** Its answer is that of another route, refusals included. */
const answer = createRoute({
  method: "get",
  path: "/api/jobs/{id}/answer",
  summary: "the answer of a job that is done, with the status that it got; 409 before",
  tags: ["jobs"],
  "x-right": own.right,
  middleware: [guard(own)] as const,
  request: { query: z.strictObject({}), params: z.object({ id: JobId }) },
  responses: { default: { description: "the answer of the request that was put off" } },
});

export function jobRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const jobs = await listOwnJobs(context, askerOf(request));
      return request.json({ items: jobs.map(viewOf) }, 200);
    })
    .openapi(one, async (request) => {
      const job = await getOwnJob(context, askerOf(request), request.req.valid("param").id);
      return request.json(viewOf(job), 200);
    })
    .openapi(answer, async (request) => {
      const { id } = request.req.valid("param");
      const { bytes, status, headers } = await answerOfJob(context, askerOf(request), id);
      return request.body(bytes, status, headers);
    });
}
