import { sharing } from "@yuanbiao/db/shared";
import type { Context } from "./context.ts";
import type { HotBody } from "./hot.ts";
import type { Side } from "./side.ts";

/** What nobody has asked for so long is made again when somebody does. */
const recentMilliseconds = 60_000;
/** What takes longer is not made again at each change. */
const mostMilliseconds = 250;

/**
 * Has answers that people are asking for made again beside them, as soon as something of theirs has changed: who asks
 * next does not wait for it.
 */
export function renewAtChanges({ hot, marks, store, logger }: Context, side: Pick<Side, "renew">): void {
  let seen = -1;
  const renew = sharing(async () => {
    const now = await store.readVersion();
    if (now === seen) return;
    seen = now;
    const touched: HotBody[] = [];
    for (const [key, body] of hot.recent(recentMilliseconds)) {
      const { dataVersion: since, footprint, milliseconds } = body;
      if (since === now) continue;
      if (await marks.isUntouched(footprint, { since, now })) hot.renew(key, body, now);
      else if (milliseconds <= mostMilliseconds) touched.push(body);
    }
    // Whoever asks for one that is not made yet waits as long as it takes: those that take long come first.
    touched.sort((a, b) => b.milliseconds - a.milliseconds);
    for (const { question, identity } of touched) side.renew({ question, identity });
  });
  hot.onMove(() => {
    renew().catch((error: unknown) => logger.error({ err: error }));
  });
}
