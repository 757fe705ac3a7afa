import { type Exact, exact, plain, roundTo } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Group } from "./scheme-criterion.ts";

/** What analysis looks at: a run as it was computed, or its records as they are kept; numbers or their text. */
type Kept = Exact | string;

export interface LineView {
  readonly group: string;
  readonly criterion: string;
  readonly weight: Kept | null;
  readonly points: Kept | null;
  readonly counted: Kept | null;
}

export interface AreaView {
  readonly area: string;
  readonly type: string;
  readonly pool: string;
  readonly fullMark: Kept;
  readonly adjustment: { readonly given: Kept } | null;
  readonly total: Kept;
  readonly shown: string;
  readonly eligible: boolean;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly grade: string | null;
  readonly vetoes: readonly { readonly code: string }[];
  readonly lines: readonly LineView[];
}

/** A run's scheme and results; an evaluation is one, and so is a scheme with the records of its run. */
export interface RunView {
  readonly scheme: Scheme;
  readonly areas: readonly AreaView[];
}

export const number = (value: Kept): Exact => (typeof value === "string" ? exact(value) : value);

/** Shares are compared by so many decimals: more than figures can bring forth, fewer than an endless quotient loses. */
const shareDecimals = 20;

/** A line that counts for its area: its weight, its points before rounding, and the share of the weight that they are. */
export interface Counted {
  readonly area: AreaView;
  readonly weight: Exact;
  /** As it goes into the group. */
  readonly counted: Exact;
  readonly share: Exact;
}

/** The line of an area on a criterion; undefined where it does not count, or weighs nothing. */
export function countedLine(area: AreaView, criterion: string): Counted | undefined {
  const line = area.lines.find((one) => one.criterion === criterion);
  if (line === undefined || line.weight === null || line.points === null || line.counted === null) return undefined;
  const weight = number(line.weight);
  if (weight.isZero()) return undefined;
  const share = number(line.points).div(weight).toDecimalPlaces(shareDecimals);
  return { area, weight, counted: number(line.counted), share };
}

/** Points of the full mark that a line has lost; stretched where something did not apply to the area (折算). */
export function lostBy({ area, weight, counted }: Counted, { fullMark }: Scheme): Exact {
  const own = number(area.fullMark);
  const lost = weight.minus(counted);
  return own.isZero() ? lost : lost.times(fullMark).div(own);
}

/** The groups that count towards the full mark. */
export const countedGroups = ({ groups }: Scheme): Group[] => groups.filter(({ role }) => role === "counted");

/** Points for show: up to 6 decimals. */
export const pointsText = (points: Exact): string => plain(points.toDecimalPlaces(6));
/** A share for show: 4 decimals, half up. */
export const shareText = (share: Exact): string => roundTo(share, 4);
export const sumOf = (values: readonly Exact[]): Exact => values.reduce((sum, own) => sum.plus(own), exact(0));
