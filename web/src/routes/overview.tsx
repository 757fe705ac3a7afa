import { lazy, Suspense } from "react";
import { Board } from "../features/summary/board.tsx";
import { useSummary } from "../features/summary/query.ts";
import { Loaded, Skeleton } from "../ui/state.tsx";
import { OverviewLetters } from "./letters-of-overview.tsx";
import { OverviewReports } from "./reports-of-overview.tsx";
import { useWall } from "./wall.ts";

/** Few look at a wall: it comes when it is looked at. */
const OverviewWall = lazy(async () => ({ default: (await import("./wall-of-overview.tsx")).OverviewWall }));

export function OverviewPage() {
  const query = useSummary();
  const isWall = useWall();
  return (
    <Loaded query={query} lines={16} height={720}>
      {(summary) =>
        isWall ? (
          <Suspense fallback={<Skeleton lines={16} height={720} />}>
            <OverviewWall summary={summary} />
          </Suspense>
        ) : (
          <Board summary={summary} letters={<OverviewLetters summary={summary} />} reports={<OverviewReports />} />
        )
      }
    </Loaded>
  );
}
