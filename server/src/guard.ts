import { may, type Right } from "@yuanbiao/core/access";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "./errors.ts";
import type { Variables } from "./variables.ts";

/** A right of core's table, or everybody: also who has not signed in. */
export type RouteRight = Right | "everybody";

/** What a route asks of whoever calls it, before anything of it runs. */
export interface Entry {
  readonly right: RouteRight;
  /** Whether it is open before a first password was changed. */
  readonly isOpenBeforeChange?: boolean;
  /** Whether the answer shows a secret once: then it is not kept for an Idempotency-Key. */
  readonly isAnswerSecret?: boolean;
  /** Whether it may take long: who asks so need not wait, and it becomes a job. */
  readonly isLong?: boolean;
}

/** Lets in who has the right: 401 for who is not signed in, 403 for who may not. */
export function guard({ right, isOpenBeforeChange = false }: Entry): MiddlewareHandler<Variables> {
  return async (request, next) => {
    if (right === "everybody") return next();
    const identity = request.get("identity");
    if (identity === null) throw new Refusal(401, "signed-out");
    if (identity.mustChangePassword && !isOpenBeforeChange) throw new Refusal(403, "password-change-required");
    // One's own session and password are everybody's who signed in, also before any role is given.
    const isOwn = right === "session.own" && identity.actor.keyScope === null;
    if (!isOwn && !may(identity.actor, right)) throw new Refusal(403, "forbidden");
    request.set("right", right);
    return next();
  };
}
