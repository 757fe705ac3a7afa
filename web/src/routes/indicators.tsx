import { IndicatorList } from "../features/indicator/indicator-list.tsx";
import { useIndicators } from "../features/indicator/query.ts";
import { Loaded } from "../ui/state.tsx";

export function IndicatorsPage() {
  const query = useIndicators();
  return (
    <Loaded query={query} lines={16} height={640}>
      {(indicators) => <IndicatorList indicators={indicators} />}
    </Loaded>
  );
}
