import { getRouteApi } from "@tanstack/react-router";
import { may } from "@yuanbiao/core/access";
import type { Area } from "../api.ts";
import { AreaPapers } from "../features/area/area-papers.tsx";
import { areaSentence, Memberships } from "../features/area/area-parts.tsx";
import { useArea } from "../features/area/query.ts";
import { AreaResult } from "../features/evaluation/area-result.tsx";
import { ConflictList } from "../features/observation/conflict-list.tsx";
import { ObservationTable } from "../features/observation/observation-table.tsx";
import { useObservations } from "../features/observation/query.ts";
import { OwedLead } from "../features/progress/owed-lead.tsx";
import { ProgressLines } from "../features/progress/progress-lines.tsx";
import { useProgress } from "../features/progress/query.ts";
import { SmallTrend } from "../features/series/small-trend.tsx";
import { useSession } from "../features/session/session.ts";
import { useSummary } from "../features/summary/query.ts";
import { useTasks } from "../features/task/query.ts";
import { TaskTable } from "../features/task/task-table.tsx";
import { useText } from "../text/text.ts";
import { severity } from "../ui/light-shape.ts";
import { Columns, Page, Section } from "../ui/page.tsx";
import { Empty, Loaded } from "../ui/state.tsx";
import { ElsewhereTargets } from "./area-elsewhere.tsx";
import { AreaReports } from "./reports-of-area.tsx";

const route = getRouteApi("/areas/$area");

export function AreaPage() {
  const { area: code } = route.useParams();
  const query = useArea(code);
  return (
    <Loaded query={query} lines={16} height={640}>
      {(area) => <AreaView area={area} />}
    </Loaded>
  );
}

function AreaView({ area }: { area: Area }) {
  const { say } = useText();
  const progress = useProgress({ area: area.code });
  const tasks = useTasks(area.code);
  const figures = useObservations({ area: area.code });
  return (
    <Loaded query={progress} lines={16} height={640}>
      {(rows) => (
        <Page
          name={`${say("area.name")} · ${say(`code.areaKind.${area.kind}`)}`}
          sentence={areaSentence(area, rows, say)}
          lead={
            <>
              <OwedLead rows={rows} />
              <AreaReports area={area.code} />
              <ResultLine area={area} />
            </>
          }
        >
          <Section
            title={say("area.targetsTitle")}
            tools={<AreaPapers area={area.code} hasTargets={rows.length > 0} />}
          >
            {rows.length === 0 ? (
              <Empty>{say("area.targetsEmpty")}</Empty>
            ) : (
              <ProgressLines
                rows={[...rows].sort((a, b) => severity(a.status) - severity(b.status))}
                trend={({ target }) => (
                  <SmallTrend area={target.area.code} indicator={target.indicator.code} name={target.indicator.name} />
                )}
              />
            )}
          </Section>
          <ElsewhereTargets area={area} />
          <Columns kind="even">
            <Memberships area={area} />
            <Section title={say("area.conflictsTitle")}>
              <AreaConflicts area={area.code} />
            </Section>
          </Columns>
          <Section title={say("area.tasksTitle")}>
            <Loaded query={tasks}>
              {(items) => (
                <TaskTable
                  tasks={items}
                  name={`${area.name} ${say("area.tasksTitle")}`}
                  empty={say("area.tasksEmpty")}
                  first={8}
                />
              )}
            </Loaded>
          </Section>
          <Section title={say("area.figuresTitle")}>
            <Loaded query={figures}>
              {(items) => (
                <ObservationTable
                  rows={items}
                  name={`${area.name} ${say("area.figuresTitle")}`}
                  empty={say("area.figuresEmpty")}
                />
              )}
            </Loaded>
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

/** The area's latest result that has been announced, for who reads results. */
function ResultLine({ area }: { area: Area }) {
  const actor = useSession()?.actor ?? null;
  return may(actor, "evaluation.read") ? <AreaResult area={area} /> : null;
}

function AreaConflicts({ area }: { area: string }) {
  const { say } = useText();
  const summary = useSummary();
  return (
    <Loaded query={summary} lines={2}>
      {({ conflicts }) => (
        <ConflictList
          conflicts={conflicts.filter(({ observations }) => observations.some((figure) => figure.area.code === area))}
          empty={say("area.conflictsEmpty")}
        />
      )}
    </Loaded>
  );
}
