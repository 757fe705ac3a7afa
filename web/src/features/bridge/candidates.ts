import type { Target } from "../../api.ts";
import type { Bridge } from "./request.ts";

type Key = Pick<Bridge, "indicator" | "area" | "caliber">;

const keyOf = ({ indicator, area, caliber }: Key): string => `${indicator.code} ${area.code} ${caliber.code}`;

/** Figures of the target's area that nobody has joined to it yet: one candidate for each indicator and caliber. */
export function candidatesOf(
  target: Pick<Target, "id" | "name"> & Key,
  figures: readonly Key[],
  bridges: readonly Key[],
): { readonly key: string; readonly bridge: Bridge }[] {
  const taken = new Set([...bridges.map(keyOf), keyOf(target)]);
  const found = new Map<string, Bridge>();
  for (const { indicator, area, caliber } of figures) {
    const candidate: Bridge = {
      target: { id: target.id, name: target.name },
      ...{ indicator, area, caliber, verdict: "assumed", reason: "" },
      ...{ confirmedBy: null, confirmedOn: null, document: null, version: 0, recordedAt: "" },
    };
    const key = keyOf(candidate);
    if (!taken.has(key)) found.set(key, candidate);
  }
  const isOfIndicator = ({ indicator }: Bridge): number => (indicator.code === target.indicator.code ? 0 : 1);
  return [...found]
    .map(([key, bridge]) => ({ key, bridge }))
    .sort((a, b) => isOfIndicator(a.bridge) - isOfIndicator(b.bridge) || (a.key < b.key ? -1 : 1));
}
