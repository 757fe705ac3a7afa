import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Head } from "@yuanbiao/db/store";
import { identify } from "./actor.ts";
import type { Context } from "./context.ts";
import { encodingFor, type HotBody, hotKey, isUnchanged } from "./hot.ts";
import type { Identity } from "./identity.ts";
import { findKept } from "./kept.ts";
import { languageOf } from "./language.ts";
import { logLine } from "./log-line.ts";
import { headOfTurn } from "./turn.ts";

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(", ") : header;

/** The headers of a 304: those of the answer without what describes its body. */
function withoutBody(headers: HotBody["headers"]): HotBody["headers"] {
  const { "content-length": _length, "content-encoding": _encoding, "content-type": _type, ...rest } = headers;
  return rest;
}

/** The kept answer for whoever asks, if it is there, still true, and theirs to read. */
async function keptFor(
  context: Context,
  { head, identity }: Who,
  { url, headers }: { url: string; headers: IncomingHttpHeaders },
): Promise<HotBody | undefined> {
  const { clearance } = identity;
  const encoding = encodingFor(one(headers["accept-encoding"]));
  const language = languageOf(headers["accept-language"]);
  const key = hotKey({ address: url, language, encoding, clearance });
  return findKept(context, { key, identity, version: head.version });
}

interface Who {
  readonly head: Head;
  readonly identity: Identity;
}

/** Who asks, as of where the commits stand; nobody where the store cannot say: the routes then tell why. */
async function who(context: Context, headers: IncomingHttpHeaders): Promise<Who | undefined> {
  try {
    const head = await headOfTurn(context);
    const identity = await identify(context, headers, head);
    return identity === null ? undefined : { head, identity };
  } catch {
    return undefined;
  }
}

/**
 * Answers a read whose body is already made, before any router runs: the bytes are those that the routes gave for
 * the same data version, day and clearance. Who asks is looked up first. Gives false where the routes must answer.
 */
export async function answerKept(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method, url, headers } = request;
  if (method !== "GET" || url === undefined || !url.startsWith("/api/")) return false;
  const begin = performance.now();
  const found = await who(context, headers);
  if (found === undefined) return false;
  const { identity } = found;
  const body = await keptFor(context, found, { url, headers }).catch(() => undefined);
  if (body === undefined) return false;
  const requestId = randomUUID();
  const status = isUnchanged(headers["if-none-match"], body.etag) ? 304 : 200;
  response.setHeader("x-request-id", requestId);
  if (status === 304) response.writeHead(304, withoutBody(body.headers)).end();
  else response.writeHead(200, body.headers).end(body.bytes);
  const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
  const query = url.indexOf("?");
  const path = query === -1 ? url : url.slice(0, query);
  const { account } = identity.actor;
  context.logger.info(logLine(context, { requestId, method, path, account, status, milliseconds }));
  return true;
}
