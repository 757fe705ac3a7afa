import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Holds back who asks more often than anybody needs, so that one does not slow down all. */
export interface Pace {
  /** Null where the request is taken; otherwise in how many seconds the next one is. */
  take(asker: { readonly account: string } | { readonly address: string | null }): Promise<number | null>;
}

/** An address without an account may be a whole office that is about to sign in. */
const ofAddress = 5;

/** Each process counts for itself: behind several of them as many times as many are taken. Null: no bound. */
export function makePace(perMinute: number | null): Pace {
  if (perMinute === null) return { take: async () => null };
  const bounds = { duration: 60 };
  const accounts = new RateLimiterMemory({ ...bounds, points: perMinute, keyPrefix: "account" });
  const addresses = new RateLimiterMemory({ ...bounds, points: perMinute * ofAddress, keyPrefix: "address" });
  return {
    async take(asker) {
      const [limiter, key] = "account" in asker ? [accounts, asker.account] : [addresses, asker.address];
      if (key === null) return null;
      try {
        await limiter.consume(key);
        return null;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
  };
}
