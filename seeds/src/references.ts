import type { Fault } from "./folder.ts";
import type { Placed } from "./rows.ts";
import type { Known, ReferredNoun, Sources, Stated } from "./sources.ts";

/** One mention of another row: the field it stands in, the noun and the code; null mentions nothing. */
type Mention = readonly [field: string, noun: ReferredNoun, code: string | null];

const many = (field: string, noun: ReferredNoun, codes: readonly string[]): Mention[] =>
  codes.map((code) => [field, noun, code]);

/** What each noun's rows mention. */
function mentions(sources: Sources): (readonly [Placed<unknown>, readonly Mention[]])[] {
  const of = <T>(rows: readonly Placed<T>[], find: (value: T) => Mention[]) =>
    rows.map((row) => [row, find(row.value)] as const);
  return [
    ...of(sources.city === undefined ? [] : [sources.city], (code) => [["city", "area", code]]),
    ...of(sources.departments, (d) => [
      ...many("members", "department", d.members),
      ["successor", "department", d.successor],
    ]),
    ...of(sources.areas, (a) => [["department", "department", a.department]]),
    ...of(sources.memberships, (m) => [
      ["area", "area", m.area],
      ["parent", "area", m.parent],
      ["document", "document", m.document],
    ]),
    ...of(sources.indicators, (i) => [
      ["numerator", "indicator", i.numerator],
      ["denominator", "indicator", i.denominator],
      ["department", "department", i.department],
    ]),
    ...of(sources.targets, (t) => [
      ["area", "area", t.area],
      ["indicator", "indicator", t.indicator],
      ["caliber", "caliber", t.caliber],
      ...many("members", "area", t.members),
      ["series", "target", t.series],
      ["nestedIn", "target", t.nestedIn],
      ...many("conflicts", "target", t.conflicts),
      ["owes", "department", t.owes],
    ]),
    ...of(sources.citations, (c) => [
      ["target", "target", c.target],
      ["document", "document", c.document],
    ]),
    ...of(sources.readings, (r) => [
      ["target", "target", r.target],
      ["area", "area", r.area],
      ["caliber", "caliber", r.caliber],
      ["viaIndicator", "indicator", r.viaIndicator],
      ["viaArea", "area", r.viaArea],
      ["viaCaliber", "caliber", r.viaCaliber],
    ]),
    ...of(sources.decompositions, (d) => [
      ["target", "target", d.target],
      ["area", "area", d.area],
      ["document", "document", d.document],
    ]),
    ...of(sources.bridges, (b) => [
      ["target", "target", b.target],
      ["indicator", "indicator", b.indicator],
      ["area", "area", b.area],
      ["caliber", "caliber", b.caliber],
      ["document", "document", b.document],
    ]),
    ...of(sources.observations, (o) => [
      ["area", "area", o.area],
      ["indicator", "indicator", o.indicator],
      ["caliber", "caliber", o.caliber],
      ["document", "document", o.document],
    ]),
    ...of(sources.conflicts, (c) => many("observations", "observation", c.observations)),
    ...of(sources.tasks, (t) => [
      ["area", "area", t.area],
      ...many("departments", "department", t.departments),
      ["document", "document", t.document],
    ]),
    ...of(sources.facts, (f) => (f.loadedAs === null ? [] : [["code", f.loadedAs, f.code]])),
  ];
}

/**
 * Every mention of a code that neither the folder nor the store has. `stated` are the codes that stand in the
 * folder's files, in refused rows too, so that one wrong row is one fault; undefined where a file could not be read.
 */
export function checkReferences(sources: Sources, stated: Stated, known: Known): Fault[] {
  const isUnknown = (noun: ReferredNoun, code: string): boolean =>
    stated[noun]?.has(code) === false && known[noun]?.has(code) !== true;
  return mentions(sources).flatMap(([{ file, line }, found]) =>
    found.flatMap(([field, noun, value]) =>
      value !== null && isUnknown(noun, value) ? [{ file, line, field, code: `unknown-${noun}`, value }] : [],
    ),
  );
}
