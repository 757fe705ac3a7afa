import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Context } from "./context.ts";
import { encodingFor, hotKey, isUnchanged } from "./hot.ts";
import { languageOf } from "./language.ts";

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(", ") : header;

/**
 * Answers a read whose body is already made, before any router runs: the bytes are those that the routes gave for
 * the same data version and day. Gives false where the routes must answer.
 */
export async function answerKept(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method, url, headers } = request;
  if (method !== "GET" || url === undefined) return false;
  const encoding = encodingFor(one(headers["accept-encoding"]));
  const body = context.hot.find(hotKey(url, languageOf(headers["accept-language"]), encoding));
  if (body === undefined || body.day !== shanghaiDay(context.clock())) return false;
  if (body.dataVersion !== (await context.store.readVersion())) return false;
  const begin = performance.now();
  const requestId = randomUUID();
  const isKnown = isUnchanged(headers["if-none-match"], body.etag);
  response.setHeader("x-request-id", requestId);
  if (isKnown) {
    const { "content-length": _length, "content-encoding": _encoding, "content-type": _type, ...rest } = body.headers;
    response.writeHead(304, rest).end();
  } else {
    response.writeHead(200, body.headers).end(body.bytes);
  }
  const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
  const [path] = url.split("?", 1);
  context.logger.info({ requestId, method, path, status: isKnown ? 304 : 200, milliseconds });
  return true;
}
