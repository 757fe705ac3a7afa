import { z } from "@hono/zod-openapi";
import { jobStates } from "@yuanbiao/db/schema/job";

export const JobId = z.string().regex(/^[a-zA-Z0-9-]{1,64}$/, "malformed-code");

export const JobView = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ description: "request: a request that was put off; otherwise a duty of the system" }),
    method: z.string().nullable(),
    target: z.string().nullable().openapi({ description: "what was asked for" }),
    state: z.enum(jobStates),
    attempts: z.number().int().openapi({ description: "how often it was begun: a process may end in the middle" }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    status: z.number().int().nullable().openapi({ description: "the status of its answer, once it is done" }),
  })
  .openapi("Job");

export const JobList = z.object({ items: z.array(JobView) }).openapi("JobList");
