import { createHash, randomUUID } from "node:crypto";
import { sharePace } from "@yuanbiao/db/pace";
import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Holds back who asks more often than anybody needs, so that one does not slow down all. */
export interface Pace {
  /** Null where the request is taken; otherwise in how many seconds the next one is. */
  take(asker: { readonly account: string } | { readonly address: string | null }): Promise<number | null>;
}

/** An address without an account may be a whole office that is about to sign in. */
const ofAddress = 5;
/** A process tells the others of somebody each time that another tenth of what is allowed was used up. */
const steps = 10;
const minuteMilliseconds = 60_000;

interface Sharing {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Pick<Logger, "error">;
}

/**
 * So many requests a minute of each account, and more of each address, whichever processes they come to: each counts for
 * itself, and tells the others of who asks much. Null: no bound.
 */
export function makePace(perMinute: number | null, sharing: Sharing): Pace {
  if (perMinute === null) return { take: async () => null };
  const process = randomUUID();
  const accounts = makeLimit("account", perMinute, { ...sharing, process });
  const addresses = makeLimit("address", perMinute * ofAddress, { ...sharing, process });
  return {
    take: (asker) => {
      if ("account" in asker) return accounts(asker.account);
      return asker.address === null ? Promise.resolve(null) : addresses(asker.address);
    },
  };
}

/** A limit of each key; gives in how many seconds a request would be taken, or null where it is. */
function makeLimit(
  kind: string,
  points: number,
  { store, clock, logger, process }: Sharing & { readonly process: string },
): (key: string) => Promise<number | null> {
  const limiter = new RateLimiterMemory({ duration: minuteMilliseconds / 1000, points, keyPrefix: kind });
  const step = Math.max(1, Math.ceil(points / steps));
  let counted = { minute: 0, byKey: new Map<string, number>() };
  let told = Promise.resolve();

  const count = (key: string, minute: number): number => {
    if (counted.minute !== minute) counted = { minute, byKey: new Map() };
    const now = (counted.byKey.get(key) ?? 0) + 1;
    counted.byKey.set(key, now);
    return now;
  };
  const share = async (key: string, own: { minute: number; count: number }): Promise<void> => {
    const asker = createHash("sha256").update(`${kind} ${key}`).digest("base64url");
    const all = await sharePace(store, { asker, process, ...own });
    const left = (own.minute + 1) * minuteMilliseconds - clock().getTime();
    if (all >= points && left > 0) await limiter.block(key, Math.ceil(left / 1000));
  };
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
    const minute = Math.floor(clock().getTime() / minuteMilliseconds);
    const now = count(key, minute);
    // Nobody waits for it: a process may take a step more than is left before it knows. One tells after the other, or two
    // would begin the same row.
    if (now % step === 0) {
      told = told
        .then(() => share(key, { minute, count: now }))
        .catch((error: unknown) => logger.error({ err: error }));
    }
    return null;
  };
}
