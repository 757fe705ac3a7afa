import type { FigureClass, Right } from "@yuanbiao/core/access";
import type { Head } from "@yuanbiao/db/store";
import type { Context as Request } from "hono";
import type { Asker } from "./asker.ts";
import type { Context } from "./context.ts";
import type { Visit } from "./door.ts";
import { Refusal } from "./errors.ts";
import type { Identity } from "./identity.ts";

/** What is known of a request before its route runs. */
export interface Variables {
  Variables: {
    requestId: string;
    server: Context;
    visit: Visit;
    identity: Identity | null;
    /** Where the commits stood when it was found who asks; null where that was known before. */
    head: Head | null;
    asker: Asker | null;
    /** Whether nobody asks: the server makes a kept answer again by itself. */
    isRenewal: boolean;
    /** The right by which the route was entered; none on routes for everybody. */
    right?: Right;
  };
}

/** Who asks; a route whose right is not for everybody always has one. */
export function askerOf(request: Request<Variables>): Asker {
  const asker = request.get("asker");
  if (asker === null) throw new Refusal(401, "signed-out");
  return asker;
}

export function identityOf(request: Request<Variables>): Identity {
  const identity = request.get("identity");
  if (identity === null) throw new Refusal(401, "signed-out");
  return identity;
}

/** A question with how much its reader may see. */
export function readerQuery<Q extends object>(request: Request<Variables>, query: Q): Q & { clearance: FigureClass } {
  return { ...query, clearance: request.get("identity")?.clearance ?? "public" };
}
