import type { Finding, LineItem } from "../../api.ts";

/** For tests: a line and a finding with everything that a case does not speak of filled in. */

type Own = Partial<Omit<LineItem, "indicator">> & {
  readonly unit?: string;
  readonly whole?: boolean;
  readonly isCount?: boolean;
};

export function exampleLine(
  code: string,
  { unit = "亿元", whole = false, isCount = false, ...own }: Own = {},
): LineItem {
  return {
    indicator: { code, name: `指标 ${code}`, unit, decimals: 2, whole, isCount, definition: null },
    caliber: { code: "all", name: "全口径" },
    department: null,
    state: "empty",
    value: null,
    explanation: null,
    enterprises: null,
    suppressed: false,
    review: "open",
    returnReason: null,
    version: 0,
    recordedAt: null,
    before: null,
    by: null,
    previous: null,
    samePeriod: null,
    earlierThisYear: null,
    verification: null,
    adopted: null,
    ...own,
  };
}

/** A line that holds a figure. */
export function filledLine(code: string, value: string, own: Own = {}): LineItem {
  return exampleLine(code, { state: "value", value, version: 1, ...own });
}

export function exampleFinding(own: Partial<Finding> = {}): Finding {
  return {
    check: { code: "K", name: "审核" },
    severity: "soft",
    code: "swing",
    indicators: ["a"],
    ...{ actual: null, comparator: null, expected: null, limit: null, deviation: null, source: null, terms: [] },
    explained: false,
    ...own,
  };
}
