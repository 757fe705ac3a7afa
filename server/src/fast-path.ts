import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Context } from "./context.ts";
import { encodingFor, type HotBody, hotKey, isUnchanged } from "./hot.ts";
import { languageOf } from "./language.ts";

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(", ") : header;

/** The headers of a 304: those of the answer without what describes its body. */
function withoutBody(headers: HotBody["headers"]): HotBody["headers"] {
  const { "content-length": _length, "content-encoding": _encoding, "content-type": _type, ...rest } = headers;
  return rest;
}

function keptFor({ hot, clock }: Context, url: string, headers: IncomingHttpHeaders): HotBody | undefined {
  const encoding = encodingFor(one(headers["accept-encoding"]));
  const body = hot.find(hotKey(url, languageOf(headers["accept-language"]), encoding));
  return body === undefined || body.day !== shanghaiDay(clock()) ? undefined : body;
}

const versions = new WeakMap<Context, Promise<number>>();

/**
 * The data version as of this turn of the event loop: requests that arrive together share one look at the store. A
 * write that was acknowledged before they arrived is seen, as its answer went out in an earlier turn.
 */
function versionOfTurn(context: Context): Promise<number> {
  const found = versions.get(context);
  if (found !== undefined) return found;
  const asked = context.store.readVersion();
  versions.set(context, asked);
  setImmediate(() => versions.delete(context));
  return asked;
}

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
  const begin = performance.now();
  const body = keptFor(context, url, headers);
  if (body === undefined || body.dataVersion !== (await versionOfTurn(context))) return false;
  const requestId = randomUUID();
  const status = isUnchanged(headers["if-none-match"], body.etag) ? 304 : 200;
  response.setHeader("x-request-id", requestId);
  if (status === 304) response.writeHead(304, withoutBody(body.headers)).end();
  else response.writeHead(200, body.headers).end(body.bytes);
  const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
  const query = url.indexOf("?");
  const path = query === -1 ? url : url.slice(0, query);
  context.logger.info({ requestId, method, path, status, milliseconds });
  return true;
}
