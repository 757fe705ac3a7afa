import { Link } from "@tanstack/react-router";
import type { Round } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodName } from "../../text/time.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";

const countOf = ({ reports }: Round, ...states: (keyof Round["reports"])[]): number =>
  states.reduce((sum, state) => sum + (reports[state] ?? 0), 0);

/** All rounds, the latest due first, with how far they are. */
export function RoundList({ rounds }: { rounds: readonly Round[] }) {
  const { say } = useText();
  const open = rounds.filter(({ state }) => state === "open");
  const sum = (of: (round: Round) => number) => open.reduce((total, round) => total + of(round), 0);
  const told = {
    open: open.length,
    draft: rounds.filter(({ state }) => state === "draft").length,
    missing: sum((round) => countOf(round, "draft", "returned")),
    late: sum(({ late }) => late),
  };
  return (
    <Page
      name={say("round.name")}
      sentence={rounds.length === 0 ? say("round.sentence.none") : say("round.sentence.some", told)}
      lead={
        <Link to="/rounds/new" className="button button-primary">
          {say("round.make")}
        </Link>
      }
    >
      {rounds.length === 0 ? <Empty>{say("round.empty")}</Empty> : <RoundTable rounds={rounds} />}
    </Page>
  );
}

function RoundTable({ rounds }: { rounds: readonly Round[] }) {
  const { say, language } = useText();
  const counts = (round: Round) =>
    round.state === "draft"
      ? ""
      : say("round.counts", {
          filling: countOf(round, "draft", "returned"),
          submitted: countOf(round, "submitted"),
          taken: countOf(round, "accepted", "locked"),
        });
  return (
    <Section title={say("round.name")}>
      <DataTable
        name={say("round.name")}
        rows={rounds}
        rowKey={({ code }) => code}
        columns={[
          {
            id: "name",
            head: say("round.fields.title"),
            heading: true,
            text: ({ name }) => name,
            cell: ({ code, name, state }) => (
              <>
                <Link to="/rounds/$round" params={{ round: code }} className="link">
                  {name}
                </Link>{" "}
                <Tag kind={state === "open" ? "accent" : "plain"}>{say(`round.state.${state}`)}</Tag>
              </>
            ),
          },
          { id: "period", head: say("round.period"), text: ({ period }) => periodName(period, language) },
          { id: "due", head: say("round.due"), text: ({ dueOn }) => dayName(dueOn, language) },
          { id: "lines", head: say("round.lines"), numeric: true, text: ({ lines }) => String(lines.length) },
          { id: "areas", head: say("round.areas"), numeric: true, text: ({ areas }) => String(areas.length) },
          { id: "progress", head: say("round.progress"), wide: true, text: counts },
          {
            id: "late",
            head: say("round.late"),
            numeric: true,
            text: ({ late, state }) => (state === "draft" ? say("page.none") : String(late)),
          },
          {
            id: "copy",
            head: "",
            minor: true,
            text: () => "",
            cell: ({ code }) => (
              <Link to="/rounds/new" search={(view) => ({ ...view, from: code })} className="link">
                {say("round.copy")}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}
