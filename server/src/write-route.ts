import { createRoute, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { ZodType } from "zod";
import { limitBody, refuseZeroBytes, requireType, settleBoundary } from "./body.ts";
import { type Entry, guard } from "./guard.ts";
import { deferrable } from "./job/defer.ts";
import { repeatable } from "./repeat.ts";
import { type Described, writeRefusals } from "./route.ts";
import type { Variables } from "./variables.ts";

const mostJsonBytes = 1024 * 1024;

/** The version that the writer has seen; as a number in what the route gets. */
const ifMatch = z
  .string()
  .regex(/^"?\d{1,9}"?$/, "malformed-version")
  .transform((text) => Number(text.replaceAll('"', "")))
  .openapi({ type: "string", description: "the version that was seen; 412 where there is a newer one" });
const idempotencyKey = z
  .string()
  .optional()
  .openapi({ description: "makes a repeated request one: the same key and body get the first answer again" });

const plainHeaders = z.object({ "idempotency-key": idempotencyKey });
const matchHeaders = z.object({ "if-match": ifMatch, "idempotency-key": idempotencyKey });

interface WriteRoute<
  Method extends "post" | "put" | "patch" | "delete",
  Path extends string,
  Body extends ZodType,
  Answer extends ZodType,
  Params extends z.ZodRawShape,
> extends Entry {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly tag: string;
  /** A strict object; `noBody` where nothing needs to be said. */
  readonly body: Body;
  readonly answer: Answer;
  readonly params: Params;
}

/** The body of a write that needs to say nothing more. */
export const noBody = z.strictObject({});

/** What every write passes before it runs: its right, the limit of its body, and whether it was done before. */
function entryOf(entry: Entry): MiddlewareHandler<Variables>[] {
  return [
    guard(entry),
    limitBody(mostJsonBytes),
    requireType("application/json"),
    refuseZeroBytes(),
    ...(entry.isLong === true ? [deferrable()] : []),
    ...(entry.right === "everybody" ? [] : [repeatable(entry)]),
  ];
}

/** The same for a form with files. */
function uploadEntryOf(entry: Entry, mostBytes: number): MiddlewareHandler<Variables>[] {
  return [
    guard(entry),
    limitBody(mostBytes),
    requireType("multipart/form-data"),
    settleBoundary(),
    ...(entry.isLong === true ? [deferrable()] : []),
    repeatable(entry),
  ];
}

function requestOf<Params extends z.ZodRawShape, Body extends ZodType>(params: Params, body: Body) {
  return {
    query: z.strictObject({}),
    params: z.object(params),
    body: { required: true, content: { "application/json": { schema: body } } },
  } as const;
}

const answerOf = <Answer extends ZodType>(description: string, schema: Answer) => ({
  description,
  content: { "application/json": { schema } },
});

/** Declares a write: who may, its body, its answer. It takes an Idempotency-Key. */
export function writeRoute<
  Method extends "post" | "put" | "patch" | "delete",
  Path extends string,
  Body extends ZodType,
  Answer extends ZodType,
  Params extends z.ZodRawShape,
>(write: WriteRoute<Method, Path, Body, Answer, Params>) {
  const { method, path, summary, tag, body, answer, params, right } = write;
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: entryOf(write),
    request: { ...requestOf(params, body), headers: plainHeaders },
    responses: { 200: answerOf(summary, answer), ...writeRefusals },
  });
}

/** Declares a write that depends on a version: If-Match must name it. */
export function versionedWriteRoute<
  Method extends "post" | "put" | "patch" | "delete",
  Path extends string,
  Body extends ZodType,
  Answer extends ZodType,
  Params extends z.ZodRawShape,
>(write: WriteRoute<Method, Path, Body, Answer, Params>) {
  const { method, path, summary, tag, body, answer, params, right } = write;
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: entryOf(write),
    request: { ...requestOf(params, body), headers: matchHeaders },
    responses: { 200: answerOf(summary, answer), ...writeRefusals },
  });
}

interface UploadRoute<
  Path extends string,
  Form extends ZodType,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
> extends Described<Path, Query, Params> {
  /** The fields of the form; a file is `uploadedFile`. */
  readonly form: Form;
  readonly answer: Answer;
  readonly mostBytes: number;
}

/** A file of a form. */
export const uploadedFile = z.instanceof(File, { error: "file-needed" }).openapi({ type: "string", format: "binary" });

/** Declares a write that takes files (multipart/form-data) up to a size. */
export function uploadRoute<
  Path extends string,
  Form extends ZodType,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
>(upload: UploadRoute<Path, Form, Answer, Query, Params>) {
  const { path, summary, tag, form, answer, query, params, right, mostBytes } = upload;
  return createRoute({
    method: "post",
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: uploadEntryOf(upload, mostBytes),
    request: {
      headers: plainHeaders,
      query: z.strictObject(query),
      params: z.object(params),
      body: { required: true, content: { "multipart/form-data": { schema: form } } },
    },
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      ...writeRefusals,
    },
  });
}

/** The type of an answer in lines of JSON, said as it goes on; as a pattern, it is no answer of the typed client's. */
type LinesType = `application/x-${string}`;

/** The same, for a file that takes a while: whoever accepts lines of JSON gets progress, and the outcome as the last one. */
export function progressUploadRoute<
  Path extends string,
  Form extends ZodType,
  Answer extends ZodType,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
>(upload: UploadRoute<Path, Form, Answer, Query, Params>) {
  const { path, summary, tag, form, answer, query, params, right, mostBytes } = upload;
  const content: { "application/json": { schema: Answer } } & Record<LinesType, { schema: Answer }> = {
    "application/json": { schema: answer },
    "application/x-ndjson": { schema: answer },
  };
  return createRoute({
    method: "post",
    path,
    summary,
    tags: [tag],
    "x-right": right,
    middleware: uploadEntryOf(upload, mostBytes),
    request: {
      headers: plainHeaders,
      query: z.strictObject(query),
      params: z.object(params),
      body: { required: true, content: { "multipart/form-data": { schema: form } } },
    },
    responses: { 200: { description: summary, content }, ...writeRefusals },
  });
}
