import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ZodType } from "zod";
import { Refusal } from "./errors.ts";
import { type Entry, guard } from "./guard.ts";
import { deferrable } from "./job/defer.ts";
import { problemResponse, refusalOf } from "./problem.ts";
import { Problem } from "./shape.ts";
import type { Variables } from "./variables.ts";

export type { Variables } from "./variables.ts";

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

/** Described, but no part of the types: no handler returns them, and the page's client would grow by them at each route. */
const refusals: object = {
  400: problem("something in the request is not acceptable"),
  401: problem("nobody is signed in"),
  403: problem("the account may not do this"),
  404: problem("something named in the request is not there"),
  405: problem("the address does not take this method"),
  500: problem("the request was not completed"),
};

export const writeRefusals: object = {
  ...refusals,
  409: problem("the state of what is there does not allow it"),
  412: problem("somebody else changed it in between"),
  413: problem("the body is too large"),
  415: problem("the body is of another type"),
  422: problem("what the body says cannot be done"),
  429: problem("too many attempts; later again"),
};

export interface Described<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>
  extends Entry {
  readonly path: Path;
  readonly summary: string;
  readonly tag: string;
  readonly query: Query;
  readonly params: Params;
}

interface ReadRoute<
  Path extends string,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
> extends Described<Path, Query, Params> {
  readonly answer: Answer;
}

/** Declares a read: who may, its strict query, its answer, and the problems that it may give. */
export function readRoute<
  Path extends string,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
>(read: ReadRoute<Path, Answer, Query, Params>) {
  const { path, summary, tag, answer, query, params, right } = read;
  return createRoute({
    method: "get",
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: [guard(read)] as const,
    request: { query: z.strictObject(query), params: z.object(params) },
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      304: { description: "the reader has this answer already (If-None-Match)" },
      ...refusals,
    },
  });
}

interface FileRoute<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>
  extends Described<Path, Query, Params> {
  /** The media types that it may answer with. */
  readonly types: readonly [string, ...string[]];
}

/** Declares a read that answers with a file. */
export function fileRoute<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>(
  file: FileRoute<Path, Query, Params>,
) {
  const { path, summary, tag, query, params, right, types } = file;
  const binary = { schema: z.string().openapi({ format: "binary" }) };
  return createRoute({
    method: "get",
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: file.isLong === true ? [guard(file), deferrable()] : [guard(file)],
    request: { query: z.strictObject(query), params: z.object(params) },
    responses: {
      200: { description: summary, content: Object.fromEntries(types.map((type) => [type, binary])) },
      ...refusals,
    },
  });
}

/** Refuses a code that nothing is known by. */
export function requireKnown(field: string, code: string | undefined, known: ReadonlyMap<string, unknown>): void {
  if (code !== undefined && !known.has(code))
    throw new Refusal(404, `unknown-${field}`, [{ field, code: `unknown-${field}` }]);
}
