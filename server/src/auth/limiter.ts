import { LRUCache } from "lru-cache";

const mostFailures = 30;
const windowMilliseconds = 10 * 60_000;
const mostAddresses = 20_000;

/** Holds back an address after many failures, whatever accounts they were for: one office may share one address. */
export interface Limiter {
  /** Whether the address must wait. */
  isHeldBack(address: string | null): boolean;
  fail(address: string | null): void;
}

export function makeLimiter(): Limiter {
  const failures = new LRUCache<string, number>({ max: mostAddresses, ttl: windowMilliseconds, noUpdateTTL: true });
  return {
    isHeldBack: (address) => address !== null && (failures.get(address) ?? 0) >= mostFailures,
    fail: (address) => {
      if (address !== null) failures.set(address, (failures.get(address) ?? 0) + 1);
    },
  };
}
