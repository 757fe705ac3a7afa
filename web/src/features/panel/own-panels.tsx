import { useId, useState } from "react";
import { type Say, useText } from "../../text/text.ts";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { isScore, scoresGiven, scoresLeft, sortPanels } from "./own.ts";
import { usePanelChange } from "./query.ts";
import { giveScore, type Panel } from "./request.ts";
import "./panel.css";

/** An expert's page: what is left to score, each score saved by itself, nothing of others. */
export function OwnPanels({ panels }: { panels: readonly Panel[] }) {
  const { say } = useText();
  return (
    <Page
      name={say("panel.name")}
      sentence={sentenceOf(panels, say)}
      lead={<p className="panel-blind">{say("panel.blind")}</p>}
    >
      {panels.length === 0 && <Empty>{say("panel.empty")}</Empty>}
      {sortPanels(panels).map((panel) => (
        <OwnPanel key={`${panel.assessment} ${panel.criterion.code}`} panel={panel} />
      ))}
    </Page>
  );
}

function sentenceOf(panels: readonly Panel[], say: Say): string {
  if (panels.length === 0) return say("panel.head.none");
  if (!panels.some(({ open }) => open)) return say("panel.head.closed");
  const left = scoresLeft(panels);
  return left > 0 ? say("panel.head.left", { count: left }) : say("panel.head.done");
}

function OwnPanel({ panel }: { panel: Panel }) {
  const { say } = useText();
  const { name, criterion, rule, open, areas, scale } = panel;
  return (
    <Section
      title={criterion.name}
      note={`${name} · ${rule}`}
      tools={
        <>
          <Tag kind={open ? "accent" : "plain"}>{say(open ? "panel.open" : "panel.shut")}</Tag>
          <span className="quiet">{say("panel.progress", { done: scoresGiven(panel), count: areas.length })}</span>
        </>
      }
    >
      <table className="table table-cards">
        <caption className="visually-hidden">{criterion.name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("panel.area")}</th>
            <th scope="col">
              {say("panel.score")} {say("page.bracket", { text: say("panel.scale", { scale }) })}
            </th>
            <th scope="col">{say("panel.comment")}</th>
            <th scope="col">
              <span className="visually-hidden">{say("panel.save")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map((judged) => (
            <ScoreRow key={judged.area.code} panel={panel} judged={judged} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** One area: its score and comment, saved by themselves; a closed panel shows what was given. */
function ScoreRow({ panel, judged: { area, own } }: { panel: Panel; judged: Panel["areas"][number] }) {
  const { say } = useText();
  const id = useId();
  const [typed, setTyped] = useState<{ score: string; comment: string } | null>(null);
  const stored = { score: own?.score ?? "", comment: own?.comment ?? "" };
  const draft = typed ?? stored;
  const change = usePanelChange(() => {
    const comment = draft.comment.trim() === "" ? null : draft.comment.trim();
    return giveScore(panel, { area: area.code, score: draft.score.trim(), comment, version: own?.version ?? 0 });
  });
  const isChanged = draft.score !== stored.score || draft.comment !== stored.comment;
  const isBad = draft.score.trim() !== "" && !isScore(draft.score, panel.scale);
  const isReady = isChanged && isScore(draft.score, panel.scale);
  const save = () => {
    if (isReady && !change.isPending) change.mutate(undefined, { onSuccess: () => setTyped(null) });
  };
  if (!panel.open) {
    return (
      <tr>
        <th scope="row">{area.name}</th>
        <td data-head={say("panel.score")}>{own?.score ?? say("page.none")}</td>
        <td data-head={say("panel.comment")}>{own?.comment ?? say("page.none")}</td>
        <td />
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{area.name}</th>
      <td data-head={say("panel.score")}>
        <input
          className="input panel-score"
          inputMode="decimal"
          aria-label={say("panel.scoreOf", { area: area.name })}
          aria-invalid={isBad}
          aria-describedby={id}
          value={draft.score}
          onChange={(event) => setTyped({ ...draft, score: event.target.value })}
          onKeyDown={(event) => event.key === "Enter" && save()}
        />
      </td>
      <td data-head={say("panel.comment")}>
        <input
          className="input panel-comment"
          aria-label={say("panel.commentOf", { area: area.name })}
          maxLength={1000}
          value={draft.comment}
          onChange={(event) => setTyped({ ...draft, comment: event.target.value })}
          onKeyDown={(event) => event.key === "Enter" && save()}
        />
      </td>
      <td>
        <span className="panel-save">
          <button
            type="button"
            className="button"
            aria-label={say("panel.saveOf", { area: area.name })}
            disabled={!isReady || change.isPending}
            onClick={save}
          >
            {say("panel.save")}
          </button>
          <span id={id} className={isBad || change.error !== null ? "field-error" : "quiet"} role="status">
            {isBad
              ? say("panel.outside", { scale: panel.scale })
              : (change.error?.message ?? (isChanged ? say("panel.changed") : own === null ? "" : say("panel.saved")))}
          </span>
        </span>
      </td>
    </tr>
  );
}
