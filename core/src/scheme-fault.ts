import type { Caliber } from "./caliber.ts";
import type { Indicator } from "./indicator.ts";
import { type ScorerFaultReason, scorerFaultReasons } from "./scorer-definition.ts";
import type { Target } from "./target.ts";

const ownCodes = [
  "repeated-code",
  "data-year-after-evaluation",
  "non-positive-full-mark",
  "order-incomplete",
  "order-repeated",
  "grades-before-drop",
  "ranks-before-grades",
  "type-without-pool",
  "type-in-two-pools",
  "unknown-park-type",
  "pool-of-one",
  "negative-weight",
  "no-weight",
  "group-without-criteria",
  "weights-not-full-mark",
  "points-differ-from-weight",
  "indicator-needed",
  "caliber-needed",
  "unknown-indicator",
  "unknown-caliber",
  "caliber-unstated",
  "input-unknown",
  "input-unbound",
  "input-kind-wrong",
  "benchmark-missing",
  "benchmark-reversed",
  "benchmark-repeated",
  "unknown-criterion",
  "unknown-group",
  "reference-cycle",
  "part-unused",
  "cutoffs-not-descending",
  "cutoff-above-full-mark",
  "last-grade-bounded",
  "quota-out-of-range",
  "quotas-over-whole",
  "tie-break-repeated",
  "negative-cap",
  "veto-without-target",
  "veto-on-aspirational",
  "veto-on-unbinding",
  "share-out-of-range",
  "unknown-grade",
  "drop-too-deep",
  "window-impossible",
  "lines-above-total",
  "total-above-rank",
  "mark-on-nothing",
] as const;
/** What may stand against a scheme: its own faults, and those of its scorers' configurations. */
export const schemeFaultCodes = [...new Set([...ownCodes, ...scorerFaultReasons])];
export type SchemeFaultCode = (typeof ownCodes)[number] | ScorerFaultReason;

/** A fault at its place: `groups[1].criteria[0].scorer.tiers[2].from`, with the figures or codes that it is about. */
export interface SchemeFault {
  readonly path: string;
  readonly code: SchemeFaultCode;
  readonly figures: Readonly<Record<string, string>>;
}

/** What a scheme is checked against besides itself; what is left out is not checked. */
export interface SchemeContext {
  readonly areas?: readonly { readonly code: string; readonly type: string }[];
  readonly indicators?: ReadonlyMap<string, Pick<Indicator, "code">>;
  readonly calibers?: ReadonlyMap<string, Caliber>;
  readonly targets?: readonly Pick<Target, "id" | "indicator" | "caliber" | "nature" | "aspirational">[];
}

export function schemeFault(path: string, code: SchemeFaultCode, figures: SchemeFault["figures"] = {}): SchemeFault {
  return { path, code, figures };
}

/** Keeps the faults that were found. */
export function found(...faults: readonly (SchemeFault | false | undefined)[]): SchemeFault[] {
  return faults.filter((one) => one !== false && one !== undefined);
}

/** A fault at every code that an item before it has already. */
export function repeatedCodes(path: string, items: readonly { readonly code: string }[]): SchemeFault[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, at) => {
    const isRepeated = seen.has(code);
    seen.add(code);
    return found(isRepeated && schemeFault(`${path}[${at}].code`, "repeated-code", { code }));
  });
}
