import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { identify } from "./actor.ts";
import type { Context } from "./context.ts";
import { encodingFor, type HotBody, hotKey, isUnchanged, takesLong } from "./hot.ts";
import type { Identity, Who } from "./identity.ts";
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

/** What the answer is kept under that whoever asks would get. */
function keyFor({ clearance }: Identity, { url, headers }: { url: string; headers: IncomingHttpHeaders }): string {
  const encoding = encodingFor(one(headers["accept-encoding"]));
  const language = languageOf(headers["accept-language"]);
  return hotKey({ address: url, language, encoding, clearance });
}

/** "long": the routes must answer, and it took them long the last time. They need not find out again who asks. */
interface Found {
  readonly how: "answered" | "long" | "unknown";
  readonly who?: Who;
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
 * the same data version, day and clearance. Who asks is looked up first.
 */
export async function answerKept(context: Context, request: IncomingMessage, response: ServerResponse): Promise<Found> {
  const { method, url, headers } = request;
  if (method !== "GET" || url === undefined || !url.startsWith("/api/")) return { how: "unknown" };
  const begin = performance.now();
  const found = await who(context, headers);
  if (found === undefined) return { how: "unknown" };
  const { identity, head } = found;
  const key = keyFor(identity, { url, headers });
  const body = await findKept(context, { key, identity, version: head.version }).catch(() => undefined);
  if (body === undefined) {
    const stale = context.hot.peek(key);
    return { how: stale !== undefined && takesLong(stale) ? "long" : "unknown", who: found };
  }
  const requestId = randomUUID();
  const status = isUnchanged(headers["if-none-match"], body.etag) ? 304 : 200;
  // In one object: headers that are set apart are looked at twice, one by one.
  if (status === 304) response.writeHead(304, { ...withoutBody(body.headers), "x-request-id": requestId }).end();
  else response.writeHead(200, { ...body.headers, "x-request-id": requestId }).end(body.bytes);
  const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
  const query = url.indexOf("?");
  const path = query === -1 ? url : url.slice(0, query);
  const { account } = identity.actor;
  context.logger.info(logLine(context, { requestId, method, path, account, status, milliseconds }));
  return { how: "answered" };
}
