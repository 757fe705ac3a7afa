import { refusalCodes } from "@yuanbiao/core/evaluate-refusal";
import type { Refusal } from "./request.ts";

export const groupings = ["code", "criterion", "area"] as const;
export type Grouping = (typeof groupings)[number];
export type RefusalCode = (typeof refusalCodes)[number];

/** A code that the page has words for. */
export function knownCode(code: string): RefusalCode | undefined {
  return refusalCodes.find((known) => known === code);
}

/** Reasons that belong together: of one kind, of one criterion or of one area; `key` is "" where they are of none. */
export interface RefusalGroup {
  readonly key: string;
  readonly count: number;
  readonly areas: number;
  readonly criteria: number;
}

export function keyOf(refusal: Refusal, by: Grouping): string {
  if (by === "code") return refusal.code;
  return (by === "criterion" ? refusal.criterion : refusal.area)?.code ?? "";
}

const distinct = (codes: readonly (string | undefined)[]): number =>
  new Set(codes.filter((code) => code !== undefined)).size;

/** How many reasons there are of each, the most first; equals in the order in which they came. */
export function groupRefusals(refusals: readonly Refusal[], by: Grouping): RefusalGroup[] {
  const groups = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const key = keyOf(refusal, by);
    groups.set(key, [...(groups.get(key) ?? []), refusal]);
  }
  return [...groups]
    .map(([key, items]) => ({
      key,
      count: items.length,
      areas: distinct(items.map(({ area }) => area?.code)),
      criteria: distinct(items.map(({ criterion }) => criterion?.code)),
    }))
    .sort((a, b) => b.count - a.count);
}

export interface RefusalFilter {
  readonly by: Grouping;
  /** The group that is looked at; null for all. */
  readonly key: string | null;
  readonly search: string;
}

/** The reasons that are looked at, those of the greatest group first. */
export function pickRefusals(refusals: readonly Refusal[], { by, key, search }: RefusalFilter): Refusal[] {
  const order = new Map(groupRefusals(refusals, by).map((group, at) => [group.key, at]));
  const placeOf = (refusal: Refusal): number => order.get(keyOf(refusal, by)) ?? 0;
  return refusals
    .filter((refusal) => key === null || keyOf(refusal, by) === key)
    .filter(({ detail, area, criterion }) =>
      `${detail} ${area?.name ?? ""} ${criterion?.name ?? ""}`.toLowerCase().includes(search.toLowerCase()),
    )
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** A reason without the names that stand in the columns beside it: "园区，指标：缺数。" is "缺数。". */
export function shortDetail({ detail, area, criterion }: Refusal): string {
  const match = /^(.+?)[：:]\s*(?=.)/su.exec(detail);
  const [head = "", about = ""] = match ?? [];
  const names = [area?.name, criterion?.name].filter((name) => name !== undefined);
  const rest = names.reduce((text, name) => text.replace(name, ""), about);
  const isNames = names.length > 0 && names.every((name) => about.includes(name)) && /^[，,\s]*$/.test(rest);
  return isNames ? detail.slice(head.length) : detail;
}

/** What the reasons are about, for the sentence: how many areas and criteria. */
export function extentOf(refusals: readonly Refusal[]): { areas: number; criteria: number } {
  return {
    areas: distinct(refusals.map(({ area }) => area?.code)),
    criteria: distinct(refusals.map(({ criterion }) => criterion?.code)),
  };
}
