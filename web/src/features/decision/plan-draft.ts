import { readCell } from "@yuanbiao/core/cell";
import { comparePeriods, endYear, getPeriod, parsePeriod } from "@yuanbiao/core/period";
import { exact, plain, sumQuantity } from "@yuanbiao/core/quantity";
import { everyYear, type PathShape } from "@yuanbiao/core/target";
import type { Target } from "../../api.ts";
import { blankDocument, type DocumentDraft, orNull } from "../../ui/document-draft.ts";
import type { Managed, PlanBody, PlanPart } from "./request.ts";

/** A plan as it is written: a grid of periods by the whole and by sub-areas, the document, the shape of the path. */
export interface PlanDraft extends DocumentDraft {
  readonly periods: readonly string[];
  readonly areas: readonly string[];
  /** What stands in the fields, by `cellKey`. */
  readonly cells: Readonly<Record<string, string>>;
  readonly shape: PathShape;
  readonly clause: string;
}

export type Planned = Pick<Target, "due" | "value" | "path"> & { readonly indicator: { readonly unit: string } };

export const cellKey = (period: string, area: string | null): string => `${period} ${area ?? ""}`;

const inOrder = (periods: Iterable<string>): string[] =>
  [...new Set(periods)].toSorted((a, b) => comparePeriods(getPeriod(a), getPeriod(b)));

const mostYears = 10;
const yearsWithoutDue = 4;

/** The years from behind the path's first point, or from this one, up to the due period. */
export function plannedPeriods({ due, path }: Planned, today: string): string[] {
  const thisYear = Number(today.slice(0, 4));
  const last = due === null || due === everyYear ? undefined : parsePeriod(due);
  const lastYear = last === undefined ? thisYear + yearsWithoutDue : endYear(last);
  const start = path?.points[0]?.period;
  const wanted = start === undefined ? thisYear : endYear(getPeriod(start)) + 1;
  const first = Math.min(Math.max(wanted, lastYear - mostYears + 1), lastYear);
  const years = Array.from({ length: lastYear - first }, (_, at) => String(first + at));
  return [...years, last?.code ?? String(lastYear)];
}

/** The plan that stands, or a new one with the target's own value at its end. */
export function draftPlan(target: Planned, { parts, shape }: Managed, today: string): PlanDraft {
  const isNew = parts.length === 0;
  const periods = isNew ? plannedPeriods(target, today) : inOrder(parts.map(({ period }) => period));
  const last = periods.at(-1);
  const end = isNew && last === target.due ? target.value : null;
  return {
    ...{ ...blankDocument, document: parts[0]?.document.code ?? "", clause: parts[0]?.clause ?? "" },
    ...{ periods, shape: shape ?? target.path?.shape ?? "linear" },
    areas: [...new Set(parts.flatMap(({ area }) => (area === null ? [] : [area.code])))],
    cells:
      last !== undefined && end !== null
        ? { [cellKey(last, null)]: end }
        : Object.fromEntries(parts.map(({ period, area, value }) => [cellKey(period, area?.code ?? null), value])),
  };
}

export const addPeriod = (draft: PlanDraft, period: string): PlanDraft => ({
  ...draft,
  periods: inOrder([...draft.periods, period]),
});

export const dropPeriod = (draft: PlanDraft, period: string): PlanDraft => ({
  ...draft,
  periods: draft.periods.filter((one) => one !== period),
});

/** What a field says: a figure in the indicator's unit, nothing (null), or undefined where it is no figure. */
export function readValue(text: string, unit: string): string | null | undefined {
  const reading = readCell({ kind: "text", text }, { unit, whole: false });
  if (reading.kind === "empty") return null;
  return reading.kind === "value" ? reading.value : undefined;
}

/** The parts that have a figure, period by period, the whole before its sub-areas; and whether any field is no figure. */
export function readParts(draft: PlanDraft, unit: string): { parts: PlanPart[]; isSound: boolean } {
  const cells = draft.periods.flatMap((period) =>
    [null, ...draft.areas].map((area) => ({
      ...{ period, area, value: readValue(draft.cells[cellKey(period, area)] ?? "", unit) },
    })),
  );
  const parts = cells.flatMap(({ period, area, value }) => (value == null ? [] : [{ period, area, value }]));
  return { parts, isSound: cells.every(({ value }) => value !== undefined) };
}

export function planBody(draft: PlanDraft, document: string, unit: string): PlanBody {
  return { parts: readParts(draft, unit).parts, document, clause: orNull(draft.clause), shape: draft.shape };
}

/** The sum of the sub-areas of a period, and its difference to the whole; null where there is nothing to add or to hold it against. */
export interface Balance {
  readonly sum: string | null;
  readonly difference: string | null;
}

/** Adds up a period's sub-areas against its whole, which for the due period is the target's value where none is written. */
export function balanceOf(draft: PlanDraft, target: Planned, period: string): Balance {
  const { parts } = readParts({ ...draft, periods: [period] }, target.indicator.unit);
  const ofAreas = parts.filter(({ area }) => area !== null).map(({ value }) => value);
  const own = parts.find(({ area }) => area === null)?.value;
  const whole = own ?? (period === target.due ? target.value : null);
  if (ofAreas.length === 0) return { sum: null, difference: null };
  const sum = sumQuantity(ofAreas);
  return { sum, difference: whole === null ? null : plain(exact(sum).minus(whole)) };
}

/** What is stored otherwise than written here: what somebody else changed in between. */
export function differingParts(draft: PlanDraft, { parts }: Managed, unit: string): Managed["parts"] {
  const written = new Map(
    readParts(draft, unit).parts.map(({ period, area, value }) => [cellKey(period, area), value]),
  );
  return parts.filter(({ period, area, value }) => {
    const own = written.get(cellKey(period, area?.code ?? null));
    return own === undefined || !exact(own).equals(value);
  });
}
