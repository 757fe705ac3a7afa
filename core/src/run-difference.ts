import type { UsedSource } from "./evaluate-facts.ts";
import type { AreaRecord, LineRecord } from "./evaluate-freeze.ts";
import { exact, plain } from "./quantity.ts";

/** A figure that one run took in another version, or that one of two took alone. */
export interface SourceDifference {
  readonly before: UsedSource | null;
  readonly after: UsedSource | null;
}

/** A score line that two runs give different points, or take from different versions. */
export interface LineDifference {
  readonly criterion: string;
  readonly before: string | null;
  readonly after: string | null;
  /** after − before; null where one of them has no points. */
  readonly points: string | null;
  readonly sources: readonly SourceDifference[];
}

/** What became of an area from one run to another; null on the side where it is not there. */
export interface AreaDifference {
  readonly area: string;
  readonly total: { readonly before: string | null; readonly after: string | null };
  readonly points: string | null;
  readonly rank: { readonly before: number | null; readonly after: number | null };
  /** Places gained; negative where some were lost. */
  readonly places: number | null;
  readonly grade: { readonly before: string | null; readonly after: string | null };
  readonly lines: readonly LineDifference[];
}

function minus(after: string | null, before: string | null): string | null {
  return after === null || before === null ? null : plain(exact(after).minus(before));
}

const keyOf = ({ kind, id, period }: UsedSource): string => `${kind} ${id} ${period ?? ""}`;

function sourcesByKey(line: LineRecord | undefined): ReadonlyMap<string, UsedSource> {
  const all = line?.inputs.flatMap(({ sources }) => sources) ?? [];
  return new Map(all.map((source) => [keyOf(source), source]));
}

function differSources(before: LineRecord | undefined, after: LineRecord | undefined): SourceDifference[] {
  const [old, own] = [sourcesByKey(before), sourcesByKey(after)];
  return [...new Set([...old.keys(), ...own.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? null, own.get(key) ?? null];
    return was?.version === is?.version && was?.value === is?.value ? [] : [{ before: was, after: is }];
  });
}

function differLines(before: AreaRecord | undefined, after: AreaRecord | undefined): LineDifference[] {
  const [old, own] = [before, after].map((area) => new Map(area?.lines.map((line) => [line.criterion, line])));
  const criteria = [...new Set([...(old?.keys() ?? []), ...(own?.keys() ?? [])])];
  return criteria.flatMap((criterion) => {
    const [was, is] = [old?.get(criterion), own?.get(criterion)];
    const sources = differSources(was, is);
    const [from, to] = [was?.counted ?? null, is?.counted ?? null];
    if (from === to && was?.state === is?.state && sources.length === 0) return [];
    return [{ criterion, before: from, after: to, points: minus(to, from), sources }];
  });
}

function differArea(area: string, before: AreaRecord | undefined, after: AreaRecord | undefined): AreaDifference[] {
  const total = { before: before?.shown ?? null, after: after?.shown ?? null };
  const rank = { before: before?.rank ?? null, after: after?.rank ?? null };
  const grade = { before: before?.grade ?? null, after: after?.grade ?? null };
  const lines = differLines(before, after);
  const isSame = [total, rank, grade].every((pair) => pair.before === pair.after) && lines.length === 0;
  if (isSame && (before === undefined) === (after === undefined)) return [];
  const places = rank.before === null || rank.after === null ? null : rank.before - rank.after;
  return [{ area, total, points: minus(total.after, total.before), rank, places, grade, lines }];
}

/**
 * What changed from one run to another, by area and criterion, areas in the order of their codes; empty for runs that say
 * the same from the same versions. Of a figure that was revised, and of the run after 公示.
 */
export function differRuns(before: readonly AreaRecord[], after: readonly AreaRecord[]): AreaDifference[] {
  const [old, own] = [before, after].map((areas) => new Map(areas.map((area) => [area.area, area])));
  const codes = new Set([...(old?.keys() ?? []), ...(own?.keys() ?? [])]);
  return [...codes].toSorted().flatMap((area) => differArea(area, old?.get(area), own?.get(area)));
}
