import { isComparable } from "@yuanbiao/core/caliber";
import type { Progress } from "../../api.ts";
import type { BulletData } from "../../charts/bullet.ts";

const number = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

/** Whether the row's figure may stand on the same scale as its target: a mismatched one is shown as text alone. */
export function isDrawable(row: Progress): boolean {
  return row.actual !== null && (row.bridge === null || isComparable(row.bridge.verdict));
}

/** A progress row as the parts of a bullet bar. */
export function bulletOf(row: Progress): BulletData {
  const first = row.target.path?.points[0]?.value ?? row.catchUp?.baseline.value;
  return {
    actual: isDrawable(row) ? number(row.actual?.value) : null,
    target: number(row.target.value),
    targetMax: number(row.target.valueMax),
    expected: number(row.expectedOn ?? row.expected),
    start: number(first),
    low: number(row.forecast?.low),
    high: number(row.forecast?.high),
  };
}
