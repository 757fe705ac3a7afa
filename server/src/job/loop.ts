import type { Context } from "../context.ts";
import { addDueDuties, type Duties } from "./duty.ts";
import type { Runner } from "./run.ts";

const lookMilliseconds = 1000;
/** Duties are of days and nights: to look for them so often is often enough. */
const looksPerDuty = 30;

export interface Loop {
  /** Looks at once. */
  nudge(): void;
  /** Begins nothing more, and gives back what is under way. */
  stop(): Promise<void>;
}

/** Looks for jobs until it is stopped: those of this process at once, those of others within a second. */
export function makeLoop(context: Context, { runner, duties }: { runner: Runner; duties: Duties }): Loop {
  let isStopped = false;
  let isBusy = false;
  let looks = 0;

  const look = async (): Promise<void> => {
    if (isBusy || isStopped) return;
    isBusy = true;
    try {
      if (looks % looksPerDuty === 0) await addDueDuties(context, duties);
      looks += 1;
      while (!isStopped && (await runner.runOne()));
    } catch (error) {
      // The store may be away for a while; the next look will tell.
      context.logger.error({ err: error });
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), lookMilliseconds);
  return {
    nudge: () => void look(),
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await runner.release().catch((error: unknown) => context.logger.error({ err: error }));
    },
  };
}
