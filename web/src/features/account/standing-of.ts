import { shanghaiDay } from "@yuanbiao/core/day";
import type { Say } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import type { Account } from "./request.ts";

export const todayInShanghai = (): string => shanghaiDay(new Date());

export const isExpired = ({ expiresOn }: Account): boolean => expiresOn !== null && expiresOn < todayInShanghai();
export const isUsable = (account: Account): boolean =>
  !account.disabled && !isExpired(account) && account.lockedUntil === null;

/** How an account stands, the gravest first; `active` where there is nothing to say. */
export function standingOf(account: Account, say: Say): { word: string; isGood: boolean }[] {
  const { disabled, lockedUntil, mustChangePassword, grants } = account;
  const words = [
    disabled ? say("account.states.disabled") : undefined,
    isExpired(account) ? say("account.states.expired") : undefined,
    lockedUntil === null ? undefined : say("account.states.locked", { until: instantName(lockedUntil) }),
    grants.length === 0 ? say("account.states.noRole") : undefined,
    mustChangePassword ? say("account.states.mustChange") : undefined,
  ].flatMap((word) => (word === undefined ? [] : [{ word, isGood: false }]));
  return words.length === 0 ? [{ word: say("account.states.active"), isGood: true }] : words;
}
