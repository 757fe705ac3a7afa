import type { Head } from "@yuanbiao/db/store";
import type { Context } from "./context.ts";

const heads = new WeakMap<Context, Promise<Head>>();

/**
 * Where the commits stand as of this turn of the event loop: requests that arrive together share one look at the store.
 * A write that was acknowledged before they arrived is seen, as its answer went out in an earlier turn.
 */
export function headOfTurn(context: Context): Promise<Head> {
  const found = heads.get(context);
  if (found !== undefined) return found;
  const asked = context.store.readHead();
  heads.set(context, asked);
  setImmediate(() => heads.delete(context));
  return asked;
}
