import type { Summary } from "../api.ts";
import { AreaList, type Standing } from "../features/area/area-list.tsx";
import { useAreas } from "../features/area/query.ts";
import { useSummary } from "../features/summary/query.ts";
import { Loaded } from "../ui/state.tsx";

export function AreasPage() {
  const areas = useAreas();
  const summary = useSummary();
  return (
    <Loaded query={areas} lines={16} height={640}>
      {(items) => <AreaList areas={items} states={statesOf(summary.data)} />}
    </Loaded>
  );
}

/** The worst state of each of an area's indicators, as the overview's matrix has them. */
function statesOf(summary: Summary | undefined): Map<string, Standing[]> {
  const states = new Map<string, Standing[]>();
  for (const cell of summary?.matrix.cells ?? []) {
    const code = summary?.matrix.areas[cell.area]?.code;
    if (code !== undefined) states.set(code, [...(states.get(code) ?? []), cell]);
  }
  return states;
}
