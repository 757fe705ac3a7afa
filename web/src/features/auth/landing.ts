import type { Actor } from "@yuanbiao/core/access";
import { may } from "@yuanbiao/core/access";

/** What a link to the sign-in page may bring along: where one wanted to go, a first link, what failed elsewhere. */
export interface SignInSearch {
  readonly next?: string | undefined;
  readonly link?: string | undefined;
  readonly error?: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** An address of this page alone: never one of somebody else's, whatever a link says. */
export function ownAddress(next: unknown): string | undefined {
  const given = text(next);
  if (given === undefined || !/^\/(?![/\\])/.test(given)) return undefined;
  const home = "http://home.invalid";
  return URL.canParse(given, home) && new URL(given, home).origin === home ? given : undefined;
}

export function parseSignIn(search: Record<string, unknown>): SignInSearch {
  return { next: ownAddress(search["next"]), link: text(search["link"]), error: text(search["error"]) };
}

const desks = [
  ["report.accept", "/review"],
  ["line.verify", "/verification"],
  ["report.edit", "/reports"],
  ["report.approve", "/reports"],
  ["account.manage", "/accounts"],
  ["grant.manage", "/accounts"],
  ["audit.read", "/audit"],
] as const;

/** Where somebody goes after signing in: back to what they wanted, otherwise to their own desk. */
export function landingOf(actor: Actor, next: string | undefined): string {
  if (next !== undefined && next !== "/") return next;
  return desks.find(([right]) => may(actor, right))?.[1] ?? "/";
}
