import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds after which long work lets others in. */
const longestBreath = 20;

/**
 * Lets other requests be answered while many rows are worked on: to be awaited between them. It costs a look at the clock,
 * and a turn of the event loop where the work has held it for long.
 */
export function makeBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestBreath) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
