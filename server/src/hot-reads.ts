import { may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { MiddlewareHandler, Context as Request } from "hono";
import type { Identity } from "./actor.ts";
import type { Context } from "./context.ts";
import { compressed, encodingFor, etagOf, type HotBody, hotKey, isUnchanged } from "./hot.ts";
import { languageOf } from "./language.ts";
import { headersFor } from "./security.ts";
import type { Variables } from "./variables.ts";

/** The address with its parameters, as the request wrote it: what two equal questions share. */
function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.req.url);
  return pathname + search;
}

/**
 * Makes the answer of a read once for each data version and day: its bytes, compressed form and tag are kept, and a
 * request that already has them gets 304. An answer during which the data changed may mix two versions: it is made again.
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
    const dataVersion = await context.store.readVersion();
    const identity = request.get("identity");
    if (identity === null) return next();
    const key = hotKey({ address: addressOf(request), language, encoding, clearance: identity.clearance });
    const made = underWay.get(`${dataVersion} ${key}`);
    if (made !== undefined) {
      await made;
      const kept = await keptSince(context, key, identity);
      if (kept !== undefined) {
        request.res = hotResponse(kept, request.req.header("if-none-match"));
        return;
      }
    }
    const making = makeBody(context, request, { next, again, key, dataVersion });
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

/** What somebody else's question has left, where it is still true and theirs to read. */
async function keptSince(
  { hot, store, clock }: Context,
  key: string,
  identity: Identity,
): Promise<HotBody | undefined> {
  const kept = hot.find(key);
  if (kept === undefined || kept.day !== shanghaiDay(clock()) || kept.dataVersion !== (await store.readVersion())) {
    return undefined;
  }
  return !identity.mustChangePassword && may(identity.actor, kept.right) ? kept : undefined;
}

interface Making {
  readonly next: () => Promise<void>;
  readonly again: (request: globalThis.Request) => Promise<Response>;
  readonly key: string;
  readonly dataVersion: number;
}

async function makeBody(
  context: Context,
  request: Request<Variables>,
  { next, again, key, dataVersion }: Making,
): Promise<void> {
  const encoding = encodingFor(request.req.header("accept-encoding"));
  const language = languageOf(request.req.header("accept-language"));
  const day = shanghaiDay(context.clock());
  await next();
  const right = request.get("right");
  if (request.res.status !== 200 || right === undefined) return;
  // Files are made for who asks, and each download is seen by its route.
  if (!(request.res.headers.get("content-type") ?? "").startsWith("application/json")) return;
  if (dataVersion !== (await context.store.readVersion())) {
    request.res = await again(request.req.raw);
    return;
  }
  const plainBytes = Buffer.from(await request.res.arrayBuffer());
  const bytes = await compressed(plainBytes, encoding);
  const etag = etagOf(plainBytes, encoding);
  const headers = {
    ...headersOf({ etag, language, encoding, length: bytes.length }),
    ...headersFor(context.door.isSecure),
  };
  const body: HotBody = { dataVersion, right, day, etag, bytes, headers };
  context.hot.keep(key, body);
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
  if (!isUnchanged(ifNoneMatch, body.etag))
    return new Response(new Uint8Array(body.bytes), { status: 200, headers: body.headers });
  const { "content-length": _length, "content-encoding": _encoding, "content-type": _type, ...headers } = body.headers;
  return new Response(null, { status: 304, headers });
}
