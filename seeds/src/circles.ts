import type { Fault } from "./folder.ts";
import type { Placed } from "./rows.ts";
import type { Sources } from "./sources.ts";

interface Edge {
  readonly at: Placed<unknown>;
  readonly field: string;
  readonly from: string;
  readonly to: string | null;
}

/** Edges that lie on a circle: whoever follows them comes back to where they start. */
function circular(edges: readonly Edge[]): Fault[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const leadsTo = (start: string, goal: string): boolean => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      if (code === goal) return true;
      if (seen.has(code)) continue;
      seen.add(code);
      waiting.push(...(next.get(code) ?? []));
    }
    return false;
  };
  return edges
    .filter(({ from, to }) => to !== null && leadsTo(to, from))
    .map(({ at, field, to }) => ({ file: at.file, line: at.line, field, code: "circular", value: to }));
}

/** Areas within themselves, targets nested in themselves, departments that succeed or contain themselves, ratios of themselves. */
export function checkCircles({ memberships, targets, departments, indicators }: Sources): Fault[] {
  return [
    ...circular(memberships.map((at) => ({ at, field: "parent", from: at.value.area, to: at.value.parent }))),
    ...circular(targets.map((at) => ({ at, field: "nestedIn", from: at.value.id, to: at.value.nestedIn }))),
    ...circular(departments.map((at) => ({ at, field: "successor", from: at.value.code, to: at.value.successor }))),
    ...circular(
      departments.flatMap((at) => at.value.members.map((to) => ({ at, field: "members", from: at.value.code, to }))),
    ),
    ...circular(
      indicators.flatMap((at) => [
        { at, field: "numerator", from: at.value.code, to: at.value.numerator },
        { at, field: "denominator", from: at.value.code, to: at.value.denominator },
      ]),
    ),
  ];
}
