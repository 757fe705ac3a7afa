import { type ReactNode, useState } from "react";
import type { Ref, Task } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { TaskTable } from "./task-table.tsx";

export const arrangements = ["section", "department", "area"] as const;
export type Arrangement = (typeof arrangements)[number];

interface BoardParts {
  readonly tasks: readonly Task[];
  readonly by: Arrangement;
  readonly onBy: (by: Arrangement) => void;
  /** What may be done about one responsible unit. */
  readonly actions?: ((unit: Ref) => ReactNode) | undefined;
}

/** All tasks in the order of the document, or those of one responsible unit or one area. */
export function TaskBoard({ tasks, by, onBy, actions }: BoardParts) {
  const { say } = useText();
  const [chosen, setChosen] = useState<string>();
  const groups = groupsOf(tasks, by);
  const shown =
    by === "section" || chosen === undefined
      ? tasks
      : tasks.filter((task) => ownersOf(task, by).some((owner) => owner.code === chosen));
  const unit = by === "department" ? groups.find(({ owner }) => owner.code === chosen)?.owner : undefined;
  const options = [
    { value: "section" as const, label: say("task.bySection") },
    { value: "department" as const, label: say("task.byDepartment") },
    { value: "area" as const, label: say("task.byArea") },
  ];
  return (
    <Section
      title={say("task.tasksTitle")}
      note={say("task.tasksNote")}
      tools={
        <Toggle
          label={say("task.by")}
          value={by}
          options={options}
          onChange={(next) => {
            setChosen(undefined);
            onBy(next);
          }}
        />
      }
    >
      {by !== "section" && (
        <fieldset className="chips">
          <legend className="visually-hidden">{say("task.filter")}</legend>
          <button
            type="button"
            className="chip"
            aria-pressed={chosen === undefined}
            onClick={() => setChosen(undefined)}
          >
            {say("task.all")} <span className="chip-count">{tasks.length}</span>
          </button>
          {groups.map(({ owner, total, leads }) => (
            <button
              key={owner.code}
              type="button"
              className="chip"
              aria-pressed={chosen === owner.code}
              onClick={() => setChosen(owner.code)}
            >
              {owner.name}{" "}
              <span className="chip-count">
                {total}
                {leads > 0 ? ` · ${say("task.leading")} ${leads}` : ""}
              </span>
            </button>
          ))}
        </fieldset>
      )}
      {unit !== undefined && actions?.(unit)}
      <TaskTable tasks={shown} name={say("task.tasksTitle")} empty={say("task.none")} />
    </Section>
  );
}

const ownersOf = (task: Task, by: Arrangement): readonly Ref[] => (by === "area" ? task.areas : task.departments);

interface Group {
  readonly owner: Ref;
  readonly total: number;
  readonly leads: number;
}

/** Who has how many tasks, those who lead most first. */
export function groupsOf(tasks: readonly Task[], by: Arrangement): Group[] {
  const groups = new Map<string, Group>();
  for (const task of tasks) {
    for (const [at, owner] of ownersOf(task, by).entries()) {
      const { total = 0, leads = 0 } = groups.get(owner.code) ?? {};
      groups.set(owner.code, { owner, total: total + 1, leads: leads + (by === "department" && at === 0 ? 1 : 0) });
    }
  }
  return [...groups.values()].sort((a, b) => b.leads - a.leads || b.total - a.total);
}
