import type { Criterion } from "./request.ts";

export const placeFields = [
  "dataYear",
  "fullMark",
  "parkTypes",
  "pools",
  "grades",
  "quotas",
  "adjustments",
  "vetoes",
  "windows",
  "rounding",
  "ties",
  "visibility",
  "weight",
  "weights",
  "scorer",
  "inputs",
  "indicator",
  "caliber",
  "benchmarks",
  "missing",
] as const;
export type PlaceField = (typeof placeFields)[number];

/** A place of a scheme as people say it: whose (group, criterion), and which of its fields. */
export interface SchemePlace {
  readonly owners: readonly string[];
  readonly field: PlaceField | null;
}

const isField = (name: string | undefined): PlaceField | null => placeFields.find((field) => field === name) ?? null;

/**
 * Reads a place as it is spelled (groups[0].criteria[1].scorer) by the criteria of a result, which stand in the order of
 * the scheme. Undefined where it names something else.
 */
export function readPlace(path: string, criteria: readonly Criterion[]): SchemePlace | undefined {
  const match = /^(?:groups\[(\d+)\](?:\.criteria\[(\d+)\])?\.?)?([A-Za-z]*)/.exec(path);
  const [, group, criterion, rest] = match ?? [];
  const field = isField(rest === "" ? undefined : rest);
  if (group === undefined) return field === null ? undefined : { owners: [], field };
  const groups = [...new Map(criteria.map((one) => [one.group.code, one.group])).values()];
  const found = groups[Number(group)];
  if (found === undefined) return undefined;
  const own = criteria.filter((one) => one.group.code === found.code)[Number(criterion)];
  if (criterion !== undefined && own === undefined) return undefined;
  return { owners: [found.name, ...(own === undefined ? [] : [own.name])], field };
}
