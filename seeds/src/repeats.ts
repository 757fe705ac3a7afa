import type { Fault } from "./folder.ts";
import type { Placed } from "./rows.ts";
import type { Sources } from "./sources.ts";

/** Rows whose key stands in the file before; the field is the one that a reader would correct. */
function repeated<T>(rows: readonly Placed<T>[], field: string, keyOf: (value: T) => readonly unknown[]): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ file, line, value }) => {
    const key = keyOf(value).map(String).join(" ");
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ file, line, field, code: "duplicate-code", value: key }];
  });
}

/** Codes and keys that stand twice in a folder. */
export function checkRepeats(sources: Sources): Fault[] {
  return [
    ...repeated(sources.documents, "code", ({ code }) => [code]),
    ...repeated(sources.departments, "code", ({ code }) => [code]),
    ...repeated(sources.areas, "code", ({ code }) => [code]),
    ...repeated(sources.memberships, "area", ({ area, parent, kind, from }) => [area, parent, kind, from]),
    ...repeated(sources.calibers, "code", ({ code }) => [code]),
    ...repeated(sources.indicators, "code", ({ code }) => [code]),
    ...repeated(sources.targets, "id", ({ id }) => [id]),
    ...repeated(sources.citations, "document", ({ target, document, clause }) => [target, document, clause]),
    ...repeated(sources.readings, "target", ({ target, area, caliber }) => [target, area, caliber]),
    ...repeated(sources.decompositions, "period", ({ target, period, area }) => [target, period, area]),
    ...repeated(sources.bridges, "target", ({ target, indicator, area, caliber }) => [
      target,
      indicator,
      area,
      caliber,
    ]),
    ...repeated(sources.observations, "id", ({ id }) => [id]),
    ...repeated(sources.conflicts, "code", ({ code }) => [code]),
    ...repeated(sources.tasks, "code", ({ code }) => [code]),
    ...repeated(sources.lightRules, "code", ({ code }) => [code]),
    ...repeated(sources.facts, "fact", ({ fact }) => [fact]),
  ];
}
