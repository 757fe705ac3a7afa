import type { Say } from "../../text/text.ts";
import type { Reaches } from "./query.ts";
import type { Account } from "./request.ts";

/** The areas or the department that a role is for, by name. */
export function reachWords({ areas, department }: Account["grants"][number], reaches: Reaches, say: Say): string {
  const names = areas.map((code) => reaches.areas.find((area) => area.code === code)?.name ?? code);
  const office = reaches.departments.find(({ code }) => code === department)?.name ?? department;
  const parts = office === null ? names : [...names, office];
  return parts.length === 0 ? "" : say("page.bracket", { text: parts.join(say("page.list")) });
}
