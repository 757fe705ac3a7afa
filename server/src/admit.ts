import type { Head } from "@yuanbiao/db/store";
import type { MiddlewareHandler, Context as Request } from "hono";
import { identify } from "./actor.ts";
import { arrived } from "./asker.ts";
import type { Context } from "./context.ts";
import type { Visit } from "./door.ts";
import { Refusal } from "./errors.ts";
import type { Identity } from "./identity.ts";
import type { Variables } from "./variables.ts";

/** A visit, and who came where that is known already: a job's request comes from its account. */
interface Noted extends Visit {
  readonly identity?: Identity | null;
  /** Where the commits stood when it was found who came. */
  readonly head?: Head;
  /** Nobody asks: the server makes an answer again that it has made for this reader. */
  readonly isRenewal?: boolean;
}
const visits = new WeakMap<object, Noted>();

/** Notes where a request came from, as the door has found it. */
export function noteVisit(incoming: object, visit: Noted): void {
  visits.set(incoming, visit);
}

/** Where a request came from; one that came by no network has no address. */
function visitOf(request: Request<Variables>): Noted {
  const incoming: unknown = typeof request.env === "object" ? Reflect.get(request.env ?? {}, "incoming") : undefined;
  const noted = typeof incoming === "object" && incoming !== null ? visits.get(incoming) : undefined;
  return noted ?? { address: null, host: new URL(request.req.url).host };
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Finds out who asks, and keeps out what a page of elsewhere makes a browser send. */
export function admit(context: Context): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const visit = visitOf(request);
    request.set("server", context);
    request.set("visit", visit);
    const claims = { cookie: request.req.header("cookie"), authorization: request.req.header("authorization") };
    const head = visit.head ?? (visit.identity === undefined ? await context.store.readHead() : null);
    const identity =
      visit.identity === undefined && head !== null ? await identify(context, claims, head) : (visit.identity ?? null);
    request.set("identity", identity);
    request.set("head", head);
    const { address } = visit;
    request.set("isRenewal", visit.isRenewal === true);
    if (visit.isRenewal !== true) await keepPace(request, { context, identity, address });
    const asker = identity === null ? null : { actor: identity.actor, address, repeat: null, underWay: [] };
    request.set("asker", asker);
    if (!safe.has(request.req.method)) {
      if (identity?.actor.keyScope == null) refuseForeign(context, request, visit.host);
    }
    await next();
    if (asker !== null) await arrived(asker);
  };
}

/** Refuses who asks more often than anybody needs; a job has been counted when it was asked for. */
async function keepPace(
  request: Request<Variables>,
  { context, identity, address }: { context: Context; identity: Identity | null; address: string | null },
): Promise<void> {
  const wait = await context.pace.take(identity === null ? { address } : { account: identity.account.id });
  if (wait === null) return;
  request.header("retry-after", String(wait));
  throw new Refusal(429, "too-many-requests");
}

/**
 * Browsers say where an unsafe request comes from: it must be a page of ours. A program that is no browser says nothing
 * and carries no cookie against its user's will.
 */
function refuseForeign({ door }: Context, request: Request<Variables>, host: string): void {
  const site = request.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new Refusal(403, "foreign-origin");
  const origin = request.req.header("origin");
  if (origin === undefined) return;
  const own = `${door.isSecure ? "https" : "http"}://${host}`;
  if (origin !== own) throw new Refusal(403, "foreign-origin");
}
