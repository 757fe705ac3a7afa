import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { MiddlewareHandler, Context as Request } from "hono";
import { hasOutside, hasOutsideInJson } from "./characters.ts";
import { Refusal } from "./errors.ts";
import type { Variables } from "./variables.ts";

/** Refuses a body of more bytes: by what it says of its length, and by what really comes where it says nothing. */
export function limitBody(most: number): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const said = request.req.header("content-length");
    if (said === "0") forgetType(request);
    else if (said === undefined) await readWithin(request, most);
    else if (Number(said) > most) throw new Refusal(413, "too-large");
    await next();
  };
}

async function readWithin(request: Request<Variables>, most: number): Promise<void> {
  const stream = request.req.raw.body;
  if (stream === null) return forgetType(request);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > most) throw new Refusal(413, "too-large");
    parts.push(part);
  }
  if (length === 0) return forgetType(request);
  const { method, headers } = request.req.raw;
  request.req.raw = new globalThis.Request(request.req.url, { method, headers, body: Buffer.concat(parts) });
}

/** A body of no bytes is no body, whatever it says of its type. */
function forgetType(request: Request<Variables>): void {
  const { method } = request.req.raw;
  const headers = new Headers(request.req.raw.headers);
  headers.delete("content-type");
  request.req.raw = new globalThis.Request(request.req.url, { method, headers });
}

/** Refuses a body of another type: a form of another page could send those without asking first. */
export function requireType(wanted: "application/json" | "multipart/form-data"): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const type = request.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
    const isNothing = type === undefined && wanted === "application/json";
    if (!isNothing && type !== wanted) throw new Refusal(415, "unsupported-type");
    await next();
  };
}

/** A text of a form or an address without a zero byte. */
export const wholeText = z.string().refine((text) => !hasOutside(text), "zero-byte");

/** Refuses a body whose texts hold a zero byte. */
export function refuseZeroBytes(): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const isJson = /^application\/json/i.test(request.req.header("content-type") ?? "");
    if (isJson && hasOutsideInJson(await request.req.text())) throw new Refusal(400, "zero-byte");
    await next();
  };
}

/**
 * Gives a form that may be repeated a boundary that follows from what it says: every sender draws one anew each time, and
 * the same form sent twice would not be the same bytes.
 */
export function settleBoundary(): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const type = request.req.header("content-type") ?? "";
    const drawn = /boundary="?([^";]+)"?/i.exec(type)?.[1];
    if (drawn === undefined || request.req.header("idempotency-key") === undefined) return next();
    const { url, raw } = request.req;
    const parts = Buffer.from(await raw.arrayBuffer())
      .toString("latin1")
      .split(`--${drawn}`);
    const settled = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
    const headers = new Headers(raw.headers);
    headers.set("content-type", `multipart/form-data; boundary=${settled}`);
    headers.delete("content-length");
    const body = Buffer.from(parts.join(`--${settled}`), "latin1");
    request.req.raw = new globalThis.Request(url, { method: raw.method, headers, body });
    await next();
  };
}
