import { Board } from "../features/summary/board.tsx";
import { useSummary } from "../features/summary/query.ts";
import { Loaded } from "../ui/state.tsx";
import { OverviewLetters } from "./letters-of-overview.tsx";

export function OverviewPage() {
  const query = useSummary();
  return (
    <Loaded query={query} lines={16} height={720}>
      {(summary) => <Board summary={summary} letters={<OverviewLetters summary={summary} />} />}
    </Loaded>
  );
}
