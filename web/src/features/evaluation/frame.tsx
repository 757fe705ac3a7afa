import { Link, useNavigate } from "@tanstack/react-router";
import { type Actor, may } from "@yuanbiao/core/access";
import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Page, Tag } from "../../ui/page.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { useResults } from "./query.ts";
import { archiveAddress, type Evaluation, noticeAddress, rankingAddress } from "./request.ts";
import "./evaluation.css";

export const runViews = ["results", "process", "analysis", "objections", "records"] as const;
export type RunView = (typeof runViews)[number];

/** The ways to look at an assessment that its reader has. */
export function viewsFor(actor: Actor): RunView[] {
  const needs = { analysis: "evaluation.survey", records: "panel.manage" } as const;
  return runViews.filter((view) => {
    if (view === "analysis" || view === "records") return may(actor, needs[view]);
    return true;
  });
}

interface FrameParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
  readonly view: RunView;
  readonly sentence: ReactNode;
  /** What is owed, below the sentence. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** Every view of an assessment: its sentence, which run it is, the ways to look at it. */
export function RunFrame({ evaluation, actor, view, sentence, lead, children }: FrameParts) {
  const { say } = useText();
  return (
    <Page
      name={`${say("evaluation.of", { name: evaluation.name })} · ${evaluation.id}`}
      sentence={sentence}
      lead={
        <div className="run-lead">
          {lead}
          <RunFacts evaluation={evaluation} />
          <div className="run-bar">
            <ViewChoice actor={actor} view={view} />
            <Papers evaluation={evaluation} actor={actor} />
          </div>
        </div>
      }
    >
      {children}
    </Page>
  );
}

function ViewChoice({ actor, view }: Pick<FrameParts, "actor" | "view">) {
  const { say } = useText();
  const navigate = useNavigate();
  const options = viewsFor(actor).map((value) => ({ value, label: say(`evaluation.head.${value}`) }));
  return (
    <Toggle
      label={say("evaluation.head.views")}
      value={view}
      options={options}
      onChange={(chosen) =>
        void navigate({
          to: ".",
          search: (before) => ({ ...before, view: chosen === "results" ? undefined : chosen }),
          resetScroll: false,
        })
      }
    />
  );
}

function Papers({ evaluation: { id, seal }, actor }: Pick<FrameParts, "evaluation" | "actor">) {
  const { say } = useText();
  const surveys = may(actor, "evaluation.survey");
  return (
    <fieldset className="run-papers">
      <legend className="visually-hidden">{say("evaluation.head.papers")}</legend>
      {surveys && <PaperButton address={noticeAddress(id)} label={say("evaluation.head.notice")} />}
      {surveys ? <RankingPaper id={id} /> : <RankingPaperOfSeen id={id} />}
      {surveys && seal !== null && <PaperButton address={archiveAddress(id)} label={say("evaluation.head.archive")} />}
    </fieldset>
  );
}

function RankingPaper({ id }: { id: string }) {
  const { say } = useText();
  return <PaperButton address={rankingAddress(id)} label={say("evaluation.head.ranking")} />;
}

/** For who may see a part or nothing: there is no paper of nothing. */
function RankingPaperOfSeen({ id }: { id: string }) {
  const items = useResults(id).data?.items ?? [];
  return items.length === 0 ? null : <RankingPaper id={id} />;
}

/** Which run this is: stage, scheme, years, seal. */
export function RunFacts({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  const { stage, scheme, year, dataYear, members, seal } = evaluation;
  return (
    <p className="run-facts">
      <Tag kind="accent">{say(`evaluation.stage.${stage}`)}</Tag>
      <span>{say("evaluation.head.years", { year, dataYear })}</span>
      <span>
        {say("evaluation.head.scheme")}
        {say("page.colon")}
        <Link to="/schemes/$scheme" params={{ scheme: scheme.code }} className="link">
          {scheme.name}
        </Link>
      </span>
      {members.length > 0 && <span>{say("evaluation.head.areas", { count: members.length })}</span>}
      <span>
        {seal === null
          ? say("evaluation.head.unsealed")
          : say("evaluation.head.sealed", { at: instantName(seal.instant) })}
      </span>
      {seal !== null && (
        <span className="run-hash" title={seal.hash}>
          {say("evaluation.head.hash", { hash: seal.hash.slice(0, 12) })}
        </span>
      )}
    </p>
  );
}
