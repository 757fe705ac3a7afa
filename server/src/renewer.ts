import { setImmediate as nextTurn } from "node:timers/promises";
import { noteVisit } from "./admit.ts";
import type { Context } from "./context.ts";
import { hotKey } from "./hot.ts";
import type { Renewal } from "./side-message.ts";

interface RenewerParts {
  /** The whole server as one function. */
  readonly handle: (request: Request, env: object) => Response | Promise<Response>;
  readonly origin: string;
  /** Resolves when nobody is waiting for an answer of this thread. */
  readonly calm?: () => Promise<void>;
}

/** Makes kept answers again, one after the other, when nobody has asked for them yet. */
export interface Renewer {
  /** Takes note of a question; the same one is answered once. */
  renew(renewal: Renewal): void;
  /** Resolves when there is nothing left to be made. */
  idle(): Promise<void>;
}

export function makeRenewer({ logger }: Pick<Context, "logger">, parts: RenewerParts): Renewer {
  const { handle, origin, calm = () => Promise.resolve() } = parts;
  const waiting = new Map<string, Renewal>();
  let running: Promise<void> | null = null;
  const { host } = new URL(origin);
  const answer = async ({ question, identity }: Renewal): Promise<void> => {
    const { address, language, encoding } = question;
    const incoming = {};
    noteVisit(incoming, { address: null, host, identity, isRenewal: true });
    const headers = { "accept-language": language, "accept-encoding": encoding };
    await handle(new Request(new URL(address, origin), { headers }), { incoming });
  };
  const answerAll = async (): Promise<void> => {
    for (const [key, renewal] of waiting) {
      // Two at a time would take twice as long, for whoever waits as well.
      await calm();
      waiting.delete(key);
      await answer(renewal).catch((error: unknown) => logger.error({ err: error }));
      // Who has come meanwhile is answered before the next one.
      await nextTurn();
    }
    running = null;
  };
  return {
    renew: (renewal) => {
      waiting.set(hotKey(renewal.question), renewal);
      running ??= answerAll();
    },
    idle: async () => {
      await running;
    },
  };
}
