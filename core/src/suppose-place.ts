import type { Scheme } from "./scheme.ts";
import type { Binding } from "./scheme-criterion.ts";

/**
 * no-target: the area has none that another value could stand in for. growth-as-printed: the scheme asks for nothing but
 * the printed growth, which a figure does not change. figure-outdone: a bridge brings in a figure that goes first.
 */
export const supposeFaultCodes = [
  "unknown-area",
  "unknown-indicator",
  "unknown-group",
  "unknown-criterion",
  "unknown-count",
  "no-target",
  "growth-as-printed",
  "figure-outdone",
  "repeated-place",
] as const;
export type SupposeFaultCode = (typeof supposeFaultCodes)[number];

/** What stands against a supposition, at its place: `figures[0].indicator`. */
export interface SupposeFault {
  readonly path: string;
  readonly code: SupposeFaultCode;
}

/** What came of supposing, with what stands against it. */
export interface Found<Value> {
  readonly value: Value;
  readonly faults: readonly SupposeFault[];
}

export const supposeFault = (path: string, code: SupposeFaultCode): SupposeFault => ({ path, code });

const mark = "supposed-";
/** Names what is supposed, so that no trace can take it for something stored. */
export const supposedId = (...parts: readonly string[]): string => `${mark}${parts.join("-")}`;
export const isSupposed = (id: string): boolean => id.startsWith(mark);

/** A place that is named twice, by its second mention. */
export function repeatedFaults<One>(list: string, all: readonly One[], key: (one: One) => string): SupposeFault[] {
  const seen = new Set<string>();
  return all.flatMap((one, at) => {
    if (seen.has(key(one))) return [supposeFault(`${list}[${at}]`, "repeated-place")];
    seen.add(key(one));
    return [];
  });
}

/** In which calibers a scheme asks for an indicator. */
export interface Calibers {
  readonly of: (indicator: string) => readonly string[];
  /** Whether the scheme asks for the indicator at all, if only for its printed growth. */
  readonly isAsked: (indicator: string) => boolean;
}

type Asks = (binding: Binding) => "no" | "apart" | "yes";

function calibersBy({ groups }: Scheme, asks: Asks): Calibers {
  const found = new Map<string, Set<string>>();
  for (const { indicator, caliber, inputs } of groups.flatMap(({ criteria }) => criteria)) {
    for (const binding of Object.values(inputs)) {
      const asked = asks(binding);
      if (asked === "no" || (binding.from !== "figure" && binding.from !== "target")) continue;
      const subject = binding.of ?? (indicator === null || caliber === null ? null : { indicator, caliber });
      if (subject === null) continue;
      const calibers = found.get(subject.indicator) ?? new Set<string>();
      if (asked === "yes") calibers.add(subject.caliber);
      found.set(subject.indicator, calibers);
    }
  }
  return {
    of: (indicator) => [...(found.get(indicator) ?? [])],
    isAsked: (indicator) => found.has(indicator),
  };
}

/** Calibers in which a scheme asks for an indicator's figure of the data year itself, or for its change. */
export function valueCalibers(scheme: Scheme): Calibers {
  return calibersBy(scheme, (binding) => {
    if (binding.from !== "figure" || binding.yearsBack > 0) return "no";
    return binding.take === "reported-growth" ? "apart" : "yes";
  });
}

/** Calibers in which a scheme asks for an indicator's target. */
export function targetCalibers(scheme: Scheme): Calibers {
  return calibersBy(scheme, ({ from }) => (from === "target" ? "yes" : "no"));
}
