import type { Status, Summary } from "../api.ts";
import { AreaList } from "../features/area/area-list.tsx";
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

/** The states of each area's targets, as the overview's matrix has them. */
function statesOf(summary: Summary | undefined): Map<string, Status[]> {
  const states = new Map<string, Status[]>();
  for (const cell of summary?.matrix.cells ?? []) {
    const code = summary?.matrix.areas[cell.area]?.code;
    if (code !== undefined) states.set(code, [...(states.get(code) ?? []), ...cell.targets.map(() => cell.status)]);
  }
  return states;
}
