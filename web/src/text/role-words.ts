import type { Grant } from "@yuanbiao/core/access";
import type { Say } from "./text.ts";

/** The roles of an account in words. */
export function roleWords(grants: readonly Grant[], say: Say): string {
  if (grants.length === 0) return say("auth.noRole");
  return grants.map(({ role }) => say(`role.${role}`)).join(say("page.list"));
}
