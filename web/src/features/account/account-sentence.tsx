import type { Actor } from "@yuanbiao/core/access";
import { type Say, useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Account } from "./request.ts";
import { isUsable } from "./standing-of.ts";

/** How many accounts there are, and what waits to be done about them. */
export function accountSentence(accounts: readonly Account[], say: Say): string {
  const counts = [
    ["noRole", accounts.filter((account) => account.grants.length === 0 && !account.disabled).length],
    ["locked", accounts.filter((account) => account.lockedUntil !== null).length],
    ["first", accounts.filter((account) => account.mustChangePassword && !account.disabled).length],
  ] as const;
  const parts = counts.flatMap(([name, count]) => (count === 0 ? [] : [say(`account.counts.${name}`, { count })]));
  const usable = accounts.filter(isUsable).length;
  const all = say("account.sentence", { count: accounts.length, usable });
  return parts.length === 0 ? all : `${all} ${say("account.toDo", { parts: parts.join(say("page.comma")) })}`.trim();
}

/** Where nobody watches over the roles yet. */
export function NoSecurity({ accounts, actor }: { accounts: readonly Account[]; actor: Actor }) {
  const { say } = useText();
  const isGuarded = accounts.some(({ grants }) => grants.some(({ role }) => role === "security"));
  if (isGuarded || !actor.grants.some(({ role }) => role === "admin")) return null;
  return <Notice kind="warn">{say("account.noSecurity")}</Notice>;
}
