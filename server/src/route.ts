import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ZodType } from "zod";
import { Refusal } from "./errors.ts";
import { problemResponse, refusalOf } from "./problem.ts";
import { Problem } from "./shape.ts";

export interface Variables {
  Variables: { requestId: string };
}

/** A router whose bad parameters come back as problem documents. */
export function makeRouter(): OpenAPIHono<Variables> {
  return new OpenAPIHono<Variables>({
    defaultHook: (result, request) => (result.success ? undefined : problemResponse(request, refusalOf(result.error))),
  });
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

interface ReadRoute<
  Path extends string,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
> {
  readonly path: Path;
  readonly summary: string;
  readonly tag: string;
  readonly answer: Answer;
  readonly query: Query;
  readonly params: Params;
}

/** Declares a read: its strict query, its answer, and the problems that it may give. */
export function readRoute<
  Path extends string,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
>({ path, summary, tag, answer, query, params }: ReadRoute<Path, Answer, Query, Params>) {
  return createRoute({
    method: "get",
    path,
    summary,
    tags: [tag],
    request: { query: z.strictObject(query), params: z.object(params) },
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      304: { description: "the reader has this answer already (If-None-Match)" },
      400: problem("a parameter is not acceptable"),
      404: problem("something named in the request is not there"),
      405: problem("the address can only be read"),
      500: problem("the request was not completed"),
    },
  });
}

/** Refuses a code that nothing is known by. */
export function requireKnown(field: string, code: string | undefined, known: ReadonlyMap<string, unknown>): void {
  if (code !== undefined && !known.has(code))
    throw new Refusal(404, `unknown-${field}`, [{ field, code: `unknown-${field}` }]);
}
