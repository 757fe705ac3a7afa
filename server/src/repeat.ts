import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { findIdempotency, type IdempotencyRow } from "@yuanbiao/db/queries/account";
import type { Store } from "@yuanbiao/db/store";
import { keepAnswer } from "@yuanbiao/db/touch";
import type { MiddlewareHandler, Context as Request } from "hono";
import { arrived } from "./asker.ts";
import { notedBytes } from "./body-bytes.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";
import type { Entry } from "./guard.ts";
import { askerOf, type Variables } from "./variables.ts";

const keyPattern = /^[\x21-\x7e]{1,128}$/;

/**
 * Makes a repeated write one: the same Idempotency-Key with the same body gets the stored answer, with another body 422.
 * The key stands in the write's own transaction; only what was done is remembered, a refused write may be tried again.
 * An answer is kept for the rights that it was given to: once the account's grants are others, it is not given again.
 */
export function repeatable({ isAnswerSecret = false }: Pick<Entry, "isAnswerSecret">): MiddlewareHandler<Variables> {
  return async (request, next) => {
    const key = request.req.header("idempotency-key");
    if (key === undefined) return next();
    if (!keyPattern.test(key))
      throw new Refusal(400, "malformed-key", [{ field: "idempotency-key", code: "malformed-key" }]);
    const context = request.get("server");
    const { store } = context;
    const asker = askerOf(request);
    const body = Buffer.from(await request.req.arrayBuffer());
    const { account, grants } = asker.actor;
    const head = `${request.req.method} ${request.req.path}\n${JSON.stringify(grants)}\n`;
    const digest = createHash("sha256").update(head).update(body).digest("hex");
    const own = { account, key };
    await keeping.get(store)?.get(nameOf(own));
    // Looked for beside what the route reads first: nothing is changed before it is known (`change.ts`).
    const looking = findIdempotency(store, own);
    looking.catch(() => undefined);
    request.set("asker", { ...asker, repeat: { key, digest, wasDone: async () => (await looking) !== undefined } });
    await next();
    const known = await looking;
    if (known !== undefined) return giveInstead(request, storedAnswer(known, digest));
    // What is kept for the key says that it was done.
    await arrived(asker);
    if (!request.res.ok) {
      const other = await findIdempotency(store, own);
      if (other !== undefined) giveInstead(request, storedAnswer(other, digest));
      return;
    }
    if (isAnswerSecret) return;
    const { res } = request;
    const bytes = notedBytes(res);
    const text = bytes === undefined ? await res.text() : Buffer.from(bytes).toString();
    keepAfterwards(context, own, { status: res.status, body: text });
    if (bytes !== undefined) return;
    giveInstead(request, new Response(text, { status: res.status, headers: res.headers }));
  };
}

/** Puts an answer in place of another one, which would give it its headers otherwise. */
function giveInstead(request: Request<Variables>, answer: Response): void {
  answer.headers.set("x-request-id", request.get("requestId"));
  request.res = undefined;
  request.res = answer;
}

interface OwnKey {
  readonly account: string;
  readonly key: string;
}

const nameOf = ({ account, key }: OwnKey): string => `${key} ${account}`;
/** Answers that are given and not yet kept: whoever asks this process again waits for it. */
const keeping = new WeakMap<Store, Map<string, Promise<void>>>();

/** Keeps an answer once it is given: who wrote does not wait for it. */
function keepAfterwards({ store, logger }: Context, own: OwnKey, answer: { status: number; body: string }): void {
  const underWay = keeping.get(store) ?? new Map<string, Promise<void>>();
  keeping.set(store, underWay);
  const kept = nextTurn()
    .then(() => keepAnswer(store, own, answer))
    .catch((error: unknown) => logger.error({ err: error }))
    .finally(() => underWay.delete(nameOf(own)));
  underWay.set(nameOf(own), kept);
}

/** The answer that the first write got; while it is still being made, or was lost with a crash, 409 says that it was done. */
function storedAnswer({ digest: first, status, body }: IdempotencyRow, digest: string): Response {
  if (first !== digest) throw new Refusal(422, "idempotency-conflict");
  if (status === null || body === null) throw new Refusal(409, "idempotency-pending");
  const headers = { "content-type": "application/json; charset=utf-8", "idempotent-replayed": "true" };
  return new Response(body, { status, headers });
}
