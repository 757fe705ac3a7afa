import type { Task } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { citedWords } from "../../text/word.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Original } from "../../ui/original.tsx";

interface TableParts {
  readonly tasks: readonly Task[];
  readonly name: string;
  readonly empty: string;
  readonly first?: number;
}

const documentOf = ({ citation }: Task): string => citation.number ?? citation.document.name;

/** Tasks with their responsible units, the leading one apart, and the clause they stand in. */
export function TaskTable({ tasks, name, empty, first = 40 }: TableParts) {
  const { say, language } = useText();
  const columns: Column<Task>[] = [
    {
      id: "clause",
      head: say("task.clause"),
      text: (task) => citedWords(task.citation),
      cell: (task) => (
        <span className="nowrap">
          <Original>{task.citation.clause ?? say("page.none")}</Original>
        </span>
      ),
    },
    { id: "task", head: say("task.task"), heading: true, wide: true, text: (task) => task.name },
    { id: "kind", head: say("task.kind"), text: (task) => say(`code.taskKind.${task.kind}`) },
    { id: "lead", head: say("task.lead"), text: (task) => task.departments[0]?.name ?? say("task.nobody") },
    {
      id: "others",
      head: say("task.others"),
      wide: true,
      text: (task) =>
        task.departments
          .slice(1)
          .map((department) => department.name)
          .join(say("page.list")) || say("page.none"),
    },
    {
      id: "due",
      head: say("task.due"),
      text: (task) =>
        task.dueBasis === null
          ? periodShort(task.due, language)
          : `${periodShort(task.due, language)}${say("page.bracket", { text: say(`code.dueBasis.${task.dueBasis}`) })}`,
    },
    {
      id: "document",
      head: say("task.document"),
      minor: true,
      text: (task) => documentOf(task),
      cell: (task) => (
        <span className={task.citation.number === null ? undefined : "nowrap"}>
          <Original>{documentOf(task)}</Original>
        </span>
      ),
    },
  ];
  return (
    <DataTable name={name} columns={columns} rows={tasks} rowKey={(task) => task.code} first={first} empty={empty} />
  );
}
