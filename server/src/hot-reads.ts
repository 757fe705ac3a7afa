import { shanghaiDay } from "@yuanbiao/core/day";
import { traced } from "@yuanbiao/db/footprint";
import type { MiddlewareHandler, Context as Request } from "hono";
import { bytesOf, noteBytes } from "./body-bytes.ts";
import type { Context } from "./context.ts";
import { compressed, encodingFor, etagOf, type HotBody, type HotQuestion, hotKey, isUnchanged } from "./hot.ts";
import type { Identity } from "./identity.ts";
import { findKept } from "./kept.ts";
import { languageOf } from "./language.ts";
import { headersFor } from "./security.ts";
import type { Variables } from "./variables.ts";

/** The address with its parameters, as the request wrote it: what two equal questions share. */
function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.req.url);
  return pathname + search;
}

/**
 * Makes the answer of a read once for each day, until something changes that it was read from: its bytes, compressed form
 * and tag are kept, and a request that already has them gets 304. Where that changed while the answer was made, it may
 * mix two versions: it is made again.
 */
export function hotReads(
  context: Context,
  again: (request: globalThis.Request) => Promise<Response>,
): MiddlewareHandler<Variables> {
  const underWay = new Map<string, Promise<void>>();
  return async (request, next) => {
    if (request.req.method !== "GET" && request.req.method !== "HEAD") return next();
    const encoding = encodingFor(request.req.header("accept-encoding"));
    const language = languageOf(request.req.header("accept-language"));
    const dataVersion = (request.get("head") ?? (await context.store.readHead())).version;
    const identity = request.get("identity");
    if (identity === null) return next();
    const question = { address: addressOf(request), language, encoding, clearance: identity.clearance };
    const key = hotKey(question);
    const made = underWay.get(`${dataVersion} ${key}`);
    if (made !== undefined) {
      await made;
      const kept = await findKept(context, { key, identity, version: await context.store.readVersion() });
      if (kept !== undefined) {
        request.res = hotResponse(kept, request.req.header("if-none-match"));
        return;
      }
    }
    const making = makeBody(context, request, { next, again, key, question, identity, dataVersion });
    // Who asks the same while it is being made waits for it: a change makes every reader ask at once.
    const done = making.then(
      () => undefined,
      () => undefined,
    );
    underWay.set(`${dataVersion} ${key}`, done);
    try {
      await making;
    } finally {
      if (underWay.get(`${dataVersion} ${key}`) === done) underWay.delete(`${dataVersion} ${key}`);
    }
  };
}

interface Making {
  readonly next: () => Promise<void>;
  readonly again: (request: globalThis.Request) => Promise<Response>;
  readonly key: string;
  readonly question: HotQuestion;
  readonly identity: Identity;
  readonly dataVersion: number;
}

async function makeBody(
  context: Context,
  request: Request<Variables>,
  { next, again, key, question, identity, dataVersion }: Making,
): Promise<void> {
  const { encoding, language } = question;
  const begin = performance.now();
  const day = shanghaiDay(context.clock());
  const { footprint } = await traced(next);
  const right = request.get("right");
  if (request.res.status !== 200 || right === undefined) return;
  // Files are made for who asks, and each download is seen by its route.
  if (!(request.res.headers.get("content-type") ?? "").startsWith("application/json")) return;
  const version = await context.store.readVersion();
  if (!(await context.marks.isUntouched(footprint, { since: dataVersion, now: version }))) {
    request.res = await again(request.req.raw);
    return;
  }
  const plainBytes = Buffer.from(await bytesOf(request.res));
  const bytes = await compressed(plainBytes, encoding);
  const etag = etagOf(plainBytes, encoding);
  const headers = {
    ...headersOf({ etag, language, encoding, length: bytes.length }),
    ...headersFor(context.door.isSecure),
  };
  const milliseconds = performance.now() - begin;
  const made = { question, identity, milliseconds, dataVersion: version, footprint };
  const body: HotBody = { ...made, right, day, etag, bytes, headers };
  // What rests on anything else, such as who has a part in which round, is made for each who asks.
  if (context.marks.isMarked(footprint)) context.hot.keep(key, body);
  request.res = hotResponse(body, request.req.header("if-none-match"));
}

function headersOf(made: { etag: string; language: string; encoding: string; length: number }): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    "content-language": made.language,
    "content-length": String(made.length),
    ...(made.encoding !== "identity" && { "content-encoding": made.encoding }),
    etag: made.etag,
    "cache-control": "private, no-cache",
    vary: "Accept-Encoding, Accept-Language, Cookie, Authorization",
  };
}

/** A kept answer as a response: 304 without a body where the reader has it already. */
function hotResponse(body: HotBody, ifNoneMatch: string | undefined): Response {
  if (!isUnchanged(ifNoneMatch, body.etag)) {
    const bytes = new Uint8Array(body.bytes);
    const answer = new Response(bytes, { status: 200, headers: body.headers });
    noteBytes(answer, bytes);
    return answer;
  }
  const { "content-length": _length, "content-encoding": _encoding, "content-type": _type, ...headers } = body.headers;
  return new Response(null, { status: 304, headers });
}
