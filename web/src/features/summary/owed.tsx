import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Missing, Summary } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodName, periodShort } from "../../text/time.ts";
import { owesWords, statusWord, targetWords } from "../../text/word.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/page.tsx";

const nobody = "-";

interface OwedParts {
  readonly summary: Summary;
  readonly letters?: ReactNode;
  readonly reports?: ReactNode;
}

/** 补数清单: which figure is missing, since when, who owes it; worst first, by department. */
export function Owed({ summary, letters, reports }: OwedParts) {
  const { say } = useText();
  const [department, setDepartment] = useState<string>();
  const columns = useColumns();
  const of = (item: Missing) => item.owes?.department.code ?? nobody;
  const rows = policyFirst(summary.missing).filter((item) => department === undefined || of(item) === department);
  const overdue = summary.owing.reduce((sum, item) => sum + item.overdue, 0);
  return (
    <Section
      title={say("summary.owed.title")}
      note={say("summary.owed.note", { total: summary.missingTotal, overdue })}
      id="owed"
      className="owed"
    >
      {reports !== undefined && <div className="owed-reports">{reports}</div>}
      <fieldset className="chips">
        <legend className="visually-hidden">{say("summary.owed.department")}</legend>
        <button
          type="button"
          className="chip"
          aria-pressed={department === undefined}
          onClick={() => setDepartment(undefined)}
        >
          {say("summary.owed.all")}
          <span className="chip-count">{summary.missingTotal}</span>
        </button>
        {summary.owing.map((item) => {
          const code = item.department?.code ?? nobody;
          return (
            <button
              key={code}
              type="button"
              className="chip"
              aria-pressed={department === code}
              onClick={() => setDepartment(code)}
            >
              {item.department?.name ?? say("summary.owed.nobody")}
              <span className="chip-count">
                {say("summary.owed.counts", { total: item.total, overdue: item.overdue })}
              </span>
            </button>
          );
        })}
      </fieldset>
      {letters}
      <DataTable
        name={say("summary.owed.file")}
        columns={columns}
        rows={rows}
        rowKey={(item) => `${item.target.id} ${item.need} ${item.indicator.code} ${item.area.code} ${item.period}`}
        first={8}
        empty={say("summary.owed.empty")}
        notes={[summary.on]}
      />
      {summary.missing.length < summary.missingTotal && (
        <p className="quiet">
          {say("summary.owed.cut", { shown: summary.missing.length, total: summary.missingTotal })}
        </p>
      )}
    </Section>
  );
}

/** What a document promised comes before what the press reported; the server's order, worst first, stays within. */
function policyFirst(items: readonly Missing[]): Missing[] {
  const isPolicy = (item: Missing) => item.target.citation.kind === "policy";
  return [...items.filter(isPolicy), ...items.filter((item) => !isPolicy(item))];
}

function useColumns(): Column<Missing>[] {
  const { say, language } = useText();
  return [
    {
      id: "status",
      head: say("summary.owed.status"),
      text: (item) => statusWord(item.status, item.reason, say),
      cell: (item) => <Light status={item.status} word={statusWord(item.status, item.reason, say)} />,
    },
    { id: "figure", head: say("summary.owed.figure"), heading: true, wide: true, text: (item) => item.indicator.name },
    { id: "area", head: say("summary.owed.area"), text: (item) => item.area.name },
    { id: "period", head: say("summary.owed.period"), text: (item) => periodShort(item.period, language) },
    { id: "need", minor: true, head: say("summary.owed.need"), text: (item) => say(`code.need.${item.need}`) },
    { id: "caliber", minor: true, head: say("summary.owed.caliber"), text: (item) => item.caliber.name },
    {
      id: "since",
      head: say("summary.owed.since"),
      numeric: true,
      text: (item) => item.since ?? say("summary.owed.notDue"),
      cell: (item) => (item.since === null ? say("summary.owed.notDue") : <Since item={item} />),
    },
    {
      id: "owes",
      head: say("summary.owed.department"),
      text: (item) => (item.owes === null ? say("summary.owed.nobody") : owesWords(item.owes, say)),
      cell: (item) =>
        item.owes === null ? (
          say("summary.owed.nobody")
        ) : (
          <span title={owesWords(item.owes, say)}>{item.owes.department.name}</span>
        ),
    },
    {
      id: "basis",
      minor: true,
      head: say("summary.owed.basis"),
      text: (item) => (item.owes === null ? say("page.none") : say(`code.owesBasis.${item.owes.basis}`)),
    },
    {
      id: "last",
      head: say("summary.owed.last"),
      text: (item) => (item.last?.value ? `${item.last.value} (${item.last.period})` : say("page.none")),
      cell: (item) =>
        item.last === null ? (
          say("page.none")
        ) : (
          <>
            <Figure of={item.last} /> <span className="quiet">{periodName(item.last.period, language)}</span>
          </>
        ),
    },
    {
      id: "target",
      head: say("summary.owed.target"),
      text: (item) => `${targetWords(item.target, say, language)} ${periodShort(item.target.due, language)}`,
      cell: (item) => (
        <Link to="/targets/$target" params={{ target: item.target.id }} className="link nowrap">
          {targetWords(item.target, say, language)} · {periodShort(item.target.due, language)}
        </Link>
      ),
    },
  ];
}

function Since({ item }: { item: Missing }) {
  const { say, language } = useText();
  return (
    <span className="nowrap" title={dayName(item.since, language)}>
      {item.since}
      {item.daysOverdue !== null && (
        <span className="quiet"> {say("summary.owed.days", { count: item.daysOverdue })}</span>
      )}
    </span>
  );
}
