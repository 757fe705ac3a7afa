import { Link } from "@tanstack/react-router";
import { type Actor, may } from "@yuanbiao/core/access";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { dayName, instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { NewRunDialog } from "./edit-dialog.tsx";
import { useAreas } from "./query.ts";
import type { EvaluationSummary } from "./request.ts";
import "./evaluation.css";

interface ListParts {
  readonly runs: readonly EvaluationSummary[];
  readonly actor: Actor;
  /** By assessment run: objections without an answer. */
  readonly open: ReadonlyMap<string, number>;
}

/** 考核 by year: what is under way and until when, what waits, then every run. */
export function RunList({ runs, actor, open }: ListParts) {
  const { say } = useText();
  // Others are told of their own objections alone: none of these is not none at all.
  const knowsAll = may(actor, "evaluation.survey");
  const waiting = [...open.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Page
      name={say("evaluation.name")}
      sentence={useSentence(runs)}
      lead={
        runs.length > 0 &&
        (waiting > 0 || knowsAll) && (
          <p className="run-sentence">
            {waiting > 0 ? say("evaluation.list.waits", { count: waiting }) : say("evaluation.list.clear")}
          </p>
        )
      }
    >
      <Section title={say("evaluation.list.title")} tools={may(actor, "evaluation.manage") && <NewRun />}>
        <RunTable runs={runs} open={open} />
      </Section>
    </Page>
  );
}

/** What is under way now: the latest run that is neither replaced nor in the archive. */
function useSentence(runs: readonly EvaluationSummary[]): string {
  const { say, language } = useText();
  const [latest] = runs;
  if (latest === undefined) return say("evaluation.list.none");
  const current = runs.find(({ stage, replacedBy }) => stage !== "archive" && replacedBy === null);
  if (current === undefined) {
    return say("evaluation.list.over", { name: latest.name, stage: say(`evaluation.stage.${latest.stage}`) });
  }
  const { name, stage, objectionsUntil } = current;
  const words = { name, stage: say(`evaluation.stage.${stage}`) };
  if ((stage === "notice" || stage === "objection") && objectionsUntil !== null) {
    return say("evaluation.list.nowUntil", { ...words, day: dayName(objectionsUntil, language) });
  }
  return say("evaluation.list.now", words);
}

function NewRun() {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const areas = useAreas(true).data;
  return (
    <>
      <button
        type="button"
        className="button button-primary"
        disabled={areas === undefined}
        onClick={() => setAsked(true)}
      >
        {say("evaluation.list.make")}
      </button>
      {isAsked && areas !== undefined && <NewRunDialog areas={areas} onClose={() => setAsked(false)} />}
    </>
  );
}

function RunTable({ runs, open }: Pick<ListParts, "runs" | "open">) {
  const { say, language } = useText();
  const waitsOf = ({ id, stage, objectionsUntil, replacedBy }: EvaluationSummary): string => {
    const count = open.get(id) ?? 0;
    const isRunning = (stage === "notice" || stage === "objection") && replacedBy === null;
    const said = [
      ...(count > 0 ? [say("evaluation.list.open", { count })] : []),
      ...(isRunning && objectionsUntil !== null
        ? [say("evaluation.list.until", { day: dayName(objectionsUntil, language) })]
        : []),
    ];
    return said.length === 0 ? say("page.none") : said.join(say("page.semicolon"));
  };
  const stageOf = ({ stage, replacedBy }: EvaluationSummary): string =>
    replacedBy === null ? say(`evaluation.stage.${stage}`) : say("evaluation.list.replaced");
  const columns: Column<EvaluationSummary>[] = [
    { id: "year", head: say("evaluation.list.year"), text: ({ year }) => String(year) },
    {
      ...{ id: "run", head: say("evaluation.list.run"), heading: true, wide: true, text: ({ name }) => name },
      cell: ({ id, name }) => (
        <>
          <Link to="/evaluations/$evaluation" params={{ evaluation: id }} className="link">
            {name}
          </Link>{" "}
          <span className="quiet">{id}</span>
        </>
      ),
    },
    {
      ...{ id: "stage", head: say("evaluation.list.stage"), text: stageOf },
      cell: (run) => <Tag kind={run.replacedBy === null ? "accent" : "plain"}>{stageOf(run)}</Tag>,
    },
    { id: "waiting", head: say("evaluation.list.waiting"), wide: true, text: waitsOf },
    { id: "scheme", head: say("evaluation.list.scheme"), minor: true, text: ({ scheme }) => scheme.name },
    {
      ...{ id: "seal", head: say("evaluation.list.seal") },
      text: ({ seal }) => (seal === null ? say("evaluation.list.unsealed") : instantName(seal.instant)),
    },
    { id: "areas", head: say("evaluation.list.areas"), numeric: true, text: ({ areas }) => String(areas) },
  ];
  return (
    <DataTable
      name={say("evaluation.list.title")}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      empty={say("evaluation.list.empty")}
    />
  );
}
