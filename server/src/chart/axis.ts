const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;
const mostMarks = 8;

/** An axis that holds the values with some room, from one whole mark to another. */
export function roomyAxis(values: readonly number[]): {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
} {
  const [least, greatest] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const span = greatest - least;
  const interval = steps.find((step) => span / step <= mostMarks - 2) ?? Math.ceil(span / mostMarks);
  const room = interval * 0.2;
  return {
    min: Math.floor((least - room) / interval) * interval,
    max: Math.ceil((greatest + room) / interval) * interval,
    interval,
  };
}
