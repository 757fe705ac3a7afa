import { sharing } from "@yuanbiao/db/shared";
import type { Head } from "@yuanbiao/db/store";
import type { Context } from "./context.ts";

/** What holds the looks, and where they look. */
type Looking = { readonly store: Pick<Context["store"], "readHead"> };

const looks = new WeakMap<Looking, () => Promise<Head>>();

/**
 * Where the commits stand, by a look at the store that began after the request arrived: a write that was acknowledged
 * before is seen. Requests that arrive while one look is under way share the next one, however many they are.
 */
export function headOfTurn(context: Looking): Promise<Head> {
  const known = looks.get(context);
  if (known !== undefined) return known();
  const look = sharing(() => context.store.readHead());
  looks.set(context, look);
  return look();
}
