import type { Bridge } from "@yuanbiao/core/caliber";
import type { Indicator } from "@yuanbiao/core/indicator";
import { checkLightRule } from "@yuanbiao/core/light";
import type { Observation } from "@yuanbiao/core/observation";
import { comparePeriods, getPeriod } from "@yuanbiao/core/period";
import { compareQuantity } from "@yuanbiao/core/quantity";
import type { Comparator, Target } from "@yuanbiao/core/target";
import type { Fault } from "./folder.ts";
import type { Placed } from "./rows.ts";
import type { Sources } from "./sources.ts";

/** A finding within one row: field, code, and the text that is wrong. */
type Finding = readonly [field: string, code: string, value: string | null];

const isFraction = (value: string): boolean => /\.\d*[1-9]/.test(value);

function observationFindings(figure: Observation, indicator: Indicator | undefined): Finding[] {
  const { state, value, text, unit } = figure;
  const found: Finding[] = [];
  if (state === "value" && value === null && text === null) found.push(["value", "missing", null]);
  if (state !== "value" && value !== null) found.push(["value", "unexpected-value", value]);
  if (indicator === undefined) return found;
  if (unit !== indicator.unit) found.push(["unit", "unlike-unit", unit]);
  if (indicator.whole && value !== null && isFraction(value)) found.push(["value", "not-whole", value]);
  if (indicator.measure === "milestone" && text === null) found.push(["text", "missing", null]);
  if (indicator.measure !== "milestone" && state === "value" && value === null) found.push(["value", "missing", null]);
  return found;
}

const valued: Record<Comparator, boolean> = {
  gte: true,
  gt: true,
  lte: true,
  lt: true,
  approx: true,
  between: true,
  trend: false,
  judgement: false,
  all: true,
  milestone: false,
};

function comparatorFindings(target: Target): Finding[] {
  const { comparator, value, valueMax, memberComparator, members, start } = target;
  const found: Finding[] = [];
  if (valued[comparator] && value === null) found.push(["value", "missing", null]);
  if (!valued[comparator] && value !== null) found.push(["value", "unexpected-value", value]);
  if (comparator === "between" && valueMax === null) found.push(["valueMax", "missing", null]);
  if (comparator !== "between" && valueMax !== null) found.push(["valueMax", "unexpected-value", valueMax]);
  if (comparator === "all" && memberComparator === null) found.push(["memberComparator", "missing", null]);
  if (comparator === "all" && members.length === 0) found.push(["members", "missing", null]);
  if (comparator === "trend" && start === null) found.push(["start", "missing", null]);
  return found;
}

function pathFindings({ path }: Target): Finding[] {
  const periods = path?.points.map(({ period }) => getPeriod(period)) ?? [];
  return periods.flatMap((period, index): Finding[] => {
    const before = periods[index - 1];
    return before !== undefined && comparePeriods(before, period) >= 0
      ? [["pathPoints", "unordered-path", period.code]]
      : [];
  });
}

function targetFindings(target: Target, indicator: Indicator | undefined): Finding[] {
  const { id, value, valueMax, band, conflicts, owes, owesBasis } = target;
  const found = [...comparatorFindings(target), ...pathFindings(target)];
  if (conflicts.includes(id)) found.push(["conflicts", "names-itself", id]);
  if ((owes === null) !== (owesBasis === null)) found.push(["owesBasis", "missing", null]);
  if (value !== null && valueMax !== null && compareQuantity(value, valueMax) > 0) {
    found.push(["valueMax", "empty-range", valueMax]);
  }
  if (band?.min != null && band.max !== null && compareQuantity(band.min, band.max) >= 0) {
    found.push(["bandMax", "empty-range", band.max]);
  }
  for (const bound of [value, valueMax]) {
    if (indicator?.whole === true && bound !== null && isFraction(bound)) found.push(["value", "not-whole", bound]);
  }
  return found;
}

/** A confirmed bridge names the person, the day and the document; no other verdict does. */
function bridgeFindings({ verdict, confirmedBy, confirmedOn, document }: Bridge): Finding[] {
  const isConfirmed = verdict === "confirmed";
  const parts = { confirmedBy, confirmedOn, document };
  return Object.entries(parts).flatMap(([field, value]): Finding[] => {
    if (isConfirmed) return value === null ? [[field, "missing", null]] : [];
    return value === null || field === "document" ? [] : [[field, "unexpected-value", value]];
  });
}

function readingFindings(reading: Sources["readings"][number]["value"]): Finding[] {
  const { viaIndicator, viaArea, viaCaliber } = reading;
  const via = { viaIndicator, viaArea, viaCaliber };
  const isEmpty = Object.values(via).every((code) => code === null);
  if (isEmpty) return [];
  return Object.entries(via).flatMap(([field, code]): Finding[] => (code === null ? [[field, "missing", null]] : []));
}

/** What is wrong with rows in themselves or beside the indicator that they are about. */
export function checkConsistency(sources: Sources): Fault[] {
  const indicators = new Map(sources.indicators.map(({ value }) => [value.code, value]));
  const at = <T>(rows: readonly Placed<T>[], find: (value: T) => Finding[]): Fault[] =>
    rows.flatMap(({ file, line, value: row }) =>
      find(row).map(([field, code, value]) => ({ file, line, field, code, value })),
    );
  return [
    ...at(sources.observations, (figure) => observationFindings(figure, indicators.get(figure.indicator))),
    ...at(sources.targets, (target) => targetFindings(target, indicators.get(target.indicator))),
    ...at(sources.bridges, bridgeFindings),
    ...at(sources.readings, readingFindings),
    ...at(sources.conflicts, ({ observations }) =>
      new Set(observations).size < observations.length
        ? [["observations", "names-itself", observations.join("|")]]
        : [],
    ),
    ...at(sources.lightRules, (rule) =>
      checkLightRule(rule).map(({ path, reason, from, to }) => [path, reason, `${from ?? ""}..${to ?? ""}`]),
    ),
  ];
}
