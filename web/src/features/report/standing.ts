import type { Effect } from "../../api.ts";

/** How a target stands with a figure or without it. */
export type Standing = Effect["targets"][number]["before"];

export function isSameStanding(a: Standing, b: Standing): boolean {
  return a.status === b.status && a.provisional === b.provisional && a.achievement === b.achievement;
}
