import { may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Context } from "./context.ts";
import type { HotBody } from "./hot.ts";
import type { Identity } from "./identity.ts";

/** Which kept answer, who asks for it, and where the commits stood when they did. */
interface Wanted {
  readonly key: string;
  readonly identity: Identity;
  readonly version: number;
}

/** The kept answer, if it is there, of today, theirs to read, and nothing that it was read from has changed since. */
export async function findKept(
  { hot, marks, clock }: Context,
  { key, identity, version }: Wanted,
): Promise<HotBody | undefined> {
  const body = hot.find(key);
  if (body === undefined || body.day !== shanghaiDay(clock())) return undefined;
  if (identity.mustChangePassword || !may(identity.actor, body.right)) return undefined;
  if (body.dataVersion === version) return body;
  if (!(await marks.isUntouched(body.footprint, { since: body.dataVersion, now: version }))) {
    hot.move();
    return undefined;
  }
  hot.renew(key, body, version);
  return body;
}
