import type { ReactNode } from "react";
import { asPercent, trimmed } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import type { Analysis } from "./request.ts";

type Firm = Analysis["sensitivity"]["areas"][number];
type Separation = Analysis["separation"][number];

const percentOf = (share: string): string => trimmed(asPercent(share));

/** How often each place holds when weights are moved, and between which places it lies. */
export function FirmSection({ sensitivity, tools }: { sensitivity: Analysis["sensitivity"]; tools: ReactNode }) {
  const { say } = useText();
  const { areas, spread, draws } = sensitivity;
  const span = (from: number, to: number): string =>
    from === to ? String(from) : say("evaluation.analysis.span", { from, to });
  const columns: Column<Firm>[] = [
    {
      id: "rank",
      head: say("evaluation.ranking.rank"),
      text: ({ rank }) => say("evaluation.ranking.place", { place: rank }),
    },
    { id: "area", head: say("evaluation.ranking.area"), heading: true, text: ({ area }) => area.name },
    {
      ...{ id: "holds", head: say("evaluation.analysis.holds"), wide: true },
      text: ({ holds }) => say("evaluation.analysis.percent", { value: percentOf(holds) }),
      cell: ({ holds }) => (
        <span className="holds">
          <span className="holds-track" aria-hidden="true">
            <span className="score-got" style={{ width: `${Number(holds) * 100}%` }} />
          </span>
          {say("evaluation.analysis.percent", { value: percentOf(holds) })}
        </span>
      ),
    },
    { id: "range", head: say("evaluation.analysis.range"), text: ({ p5, p95 }) => span(p5, p95) },
    { id: "extremes", head: say("evaluation.analysis.extremes"), text: ({ best, worst }) => span(best, worst) },
    { id: "pool", head: say("evaluation.analysis.pool"), minor: true, text: ({ pool }) => pool.name },
  ];
  const note = say("evaluation.analysis.firmNote", { spread: Math.round(spread * 100), draws });
  return (
    <Section title={say("evaluation.analysis.firm")} note={note} tools={tools}>
      <DataTable
        name={say("evaluation.analysis.firm")}
        columns={columns}
        rows={areas}
        rowKey={({ area }) => area.code}
        notes={[note]}
      />
    </Section>
  );
}

/** Criteria on which all areas of a pool got alike. */
export function SeparationSection({ separation }: { separation: readonly Separation[] }) {
  const { say } = useText();
  const alike = separation.filter(({ separates }) => !separates);
  const columns: Column<Separation>[] = [
    {
      id: "criterion",
      head: say("evaluation.analysis.criterion"),
      heading: true,
      text: ({ criterion }) => criterion.name,
    },
    { id: "pool", head: say("evaluation.analysis.pool"), text: ({ pool }) => pool.name },
    {
      ...{ id: "why", head: say("evaluation.analysis.why") },
      text: ({ code }) => (code === null ? say("page.none") : say(`evaluation.analysis.code.${code}`)),
    },
    {
      ...{ id: "rates", head: say("evaluation.analysis.rates"), numeric: true },
      text: ({ least }) =>
        least === null ? say("page.none") : say("evaluation.analysis.percent", { value: percentOf(least) }),
    },
  ];
  return (
    <Section title={say("evaluation.analysis.separation")} note={say("evaluation.analysis.separationNote")}>
      {alike.length === 0 ? (
        <Empty>{say("evaluation.analysis.separationNone")}</Empty>
      ) : (
        <DataTable
          name={say("evaluation.analysis.separation")}
          columns={columns}
          rows={alike}
          rowKey={({ pool, criterion }) => `${pool.code} ${criterion.code}`}
        />
      )}
    </Section>
  );
}
