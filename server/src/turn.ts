import type { Head } from "@yuanbiao/db/store";
import type { Context } from "./context.ts";

/** What holds the looks, and where they look. */
type Looking = { readonly store: Pick<Context["store"], "readHead"> };

interface Looks {
  /** The look that is under way: who arrives now may have seen more than it will. */
  running: Promise<Head> | null;
  /** The look that begins when that one is over: who arrives until then shares it. */
  next: Promise<Head> | null;
}

const looksOf = new WeakMap<Looking, Looks>();

/**
 * Where the commits stand, by a look at the store that began after the request arrived: a write that was acknowledged
 * before is seen. Requests that arrive while one look is under way share the next one, however many they are.
 */
export function headOfTurn(context: Looking): Promise<Head> {
  const looks = looksOf.get(context) ?? { running: null, next: null };
  looksOf.set(context, looks);
  if (looks.running === null) return look(context, looks);
  looks.next ??= looks.running.then(
    () => look(context, looks),
    () => look(context, looks),
  );
  return looks.next;
}

function look(context: Looking, looks: Looks): Promise<Head> {
  looks.next = null;
  const asked = context.store.readHead();
  looks.running = asked;
  const over = (): void => {
    if (looks.running === asked) looks.running = null;
  };
  asked.then(over, over);
  return asked;
}
