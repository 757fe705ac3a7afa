import { useNavigate } from "@tanstack/react-router";
import { may } from "@yuanbiao/core/access";
import type { Task } from "../api.ts";
import { ProgressLines } from "../features/progress/progress-lines.tsx";
import { useProgress } from "../features/progress/query.ts";
import { useSession } from "../features/session/session.ts";
import { useTasks } from "../features/task/query.ts";
import { SupervisionButton } from "../features/task/supervision-button.tsx";
import { type Arrangement, arrangements, groupsOf, TaskBoard } from "../features/task/task-board.tsx";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { Page, Section } from "../ui/page.tsx";
import { Empty, Loaded } from "../ui/state.tsx";

export function TasksPage() {
  const tasks = useTasks();
  return (
    <Loaded query={tasks} lines={16} height={640}>
      {(items) => <TasksView tasks={items} />}
    </Loaded>
  );
}

function TasksView({ tasks }: { tasks: readonly Task[] }) {
  const { say } = useText();
  const view = useView();
  const maySupervise = useMaySupervise();
  const navigate = useNavigate();
  const progress = useProgress();
  const commitments = progress.data?.filter((row) => row.target.kind === "commitment") ?? [];
  const by: Arrangement = arrangements.find((arrangement) => arrangement === view.view) ?? "section";
  const groups = groupsOf(tasks, "department");
  const count = (kind: Task["kind"]) => tasks.filter((task) => task.kind === kind).length;
  const sentence =
    tasks.length === 0
      ? say("task.none")
      : say("task.sentence", {
          keyTasks: count("key-task"),
          safeguards: count("safeguard"),
          commitments: commitments.length,
          departments: groups.length,
          lead: groups[0]?.owner.name ?? "",
          leads: groups[0]?.leads ?? 0,
        });
  return (
    <Page name={say("task.name")} sentence={sentence}>
      <TaskBoard
        tasks={tasks}
        by={by}
        actions={maySupervise ? (unit) => <SupervisionButton key={unit.code} unit={unit} /> : undefined}
        onBy={(next) =>
          void navigate({
            to: ".",
            search: (before) => ({ ...before, view: next === "section" ? undefined : next }),
            resetScroll: false,
          })
        }
      />
      <Section title={say("task.commitmentsTitle")}>
        <Loaded query={progress}>
          {() =>
            commitments.length === 0 ? (
              <Empty>{say("task.commitmentsEmpty")}</Empty>
            ) : (
              <ProgressLines rows={commitments} showArea />
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}

/** For who sends what the office asks, and only where today is looked at. */
function useMaySupervise(): boolean {
  const person = useSession();
  const { on, asOf, publishedBy } = useView();
  const isToday = on === undefined && asOf === undefined && publishedBy === undefined;
  return person != null && isToday && may(person.actor, "letter.send");
}
