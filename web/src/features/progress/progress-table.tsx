import { Link } from "@tanstack/react-router";
import type { Progress } from "../../api.ts";
import { asPercent } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { citedWords, owesWords, statusWord, targetWords } from "../../text/word.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Cited } from "../../ui/original.tsx";

/** Targets with their figures as a table, for comparing and for Excel. */
export function ProgressTable({ rows, name }: { rows: readonly Progress[]; name: string }) {
  const { say, language } = useText();
  const none = say("page.none");
  const columns: Column<Progress>[] = [
    { id: "code", head: say("target.code"), minor: true, text: ({ target }) => target.id },
    {
      id: "name",
      head: say("target.name"),
      heading: true,
      wide: true,
      text: ({ target }) => target.name,
      cell: ({ target }) => (
        <Link to="/targets/$target" params={{ target: target.id }} className="link">
          {target.name}
        </Link>
      ),
    },
    { id: "area", head: say("target.area"), text: ({ target }) => target.area.name },
    { id: "value", head: say("target.value"), numeric: true, text: ({ target }) => targetWords(target, say, language) },
    { id: "due", head: say("target.due"), text: ({ target }) => periodShort(target.due, language) },
    {
      id: "actual",
      head: say("target.actual"),
      numeric: true,
      text: ({ actual }) => actual?.value ?? none,
      cell: ({ actual }) => (actual === null ? none : <Figure of={actual} />),
    },
    { id: "period", head: say("target.period"), text: ({ actual }) => periodShort(actual?.period ?? null, language) },
    {
      id: "achievement",
      head: `${say("target.achievement")} %`,
      numeric: true,
      minor: true,
      text: ({ achievement }) => (achievement === null ? none : asPercent(achievement)),
    },
    { id: "difference", head: say("target.difference"), numeric: true, text: (row) => row.difference ?? none },
    {
      id: "status",
      head: say("target.status"),
      text: (row) =>
        `${statusWord(row.status, row.reason, say)}${row.provisional ? ` ${say("page.provisional")}` : ""}`,
      cell: (row) => (
        <Light status={row.status} provisional={row.provisional} word={statusWord(row.status, row.reason, say)} />
      ),
    },
    {
      id: "owes",
      head: say("target.owes"),
      minor: true,
      text: ({ owes }) => (owes === null ? none : owesWords(owes, say)),
    },
    {
      id: "cite",
      head: say("target.cite"),
      minor: true,
      text: ({ target }) => citedWords(target.citation),
      cell: ({ target }) => <Cited citation={target.citation} />,
    },
  ];
  return <DataTable name={name} columns={columns} rows={rows} rowKey={({ target }) => target.id} first={60} />;
}
