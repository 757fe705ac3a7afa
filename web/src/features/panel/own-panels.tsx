import { type Say, useText } from "../../text/text.ts";
import { Foot } from "../../ui/foot.tsx";
import { LeaveGuard, useHeld } from "../../ui/leave-guard.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { scoreRows } from "./draft.ts";
import { scoresGiven, scoresLeft, sortPanels } from "./own.ts";
import type { Panel } from "./request.ts";
import { ScoreRowView } from "./score-row.tsx";
import { type Scoring, useScoring } from "./scoring.ts";
import "./panel.css";

/** An expert's page: what is left to score, each score saved by itself or all at once, nothing of others. */
export function OwnPanels({ panels }: { panels: readonly Panel[] }) {
  const { say } = useText();
  const scoring = useScoring(panels);
  useHeld(scoring.unsaved.length > 0);
  const words = { title: say("panel.leave.title"), text: say("panel.leave.text"), action: say("panel.leave.action") };
  return (
    <Page
      name={say("panel.name")}
      sentence={sentenceOf(panels, say)}
      lead={<p className="panel-blind">{say("panel.blind")}</p>}
    >
      {panels.length === 0 && <Empty>{say("panel.empty")}</Empty>}
      {sortPanels(panels).map((panel) => (
        <OwnPanel key={`${panel.assessment} ${panel.criterion.code}`} panel={panel} scoring={scoring} />
      ))}
      {panels.some(({ open }) => open) && <SaveAll scoring={scoring} />}
      <LeaveGuard words={words} />
    </Page>
  );
}

function sentenceOf(panels: readonly Panel[], say: Say): string {
  if (panels.length === 0) return say("panel.head.none");
  if (!panels.some(({ open }) => open)) return say("panel.head.closed");
  const left = scoresLeft(panels);
  return left > 0 ? say("panel.head.left", { count: left }) : say("panel.head.done");
}

function OwnPanel({ panel, scoring }: { panel: Panel; scoring: Scoring }) {
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
          {scoreRows(panel).map((row) => (
            <ScoreRowView key={row.key} row={row} scoring={scoring} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Always in view while scores are taken: how much is unsaved, and saving all of it at once. */
function SaveAll({ scoring }: { scoring: Scoring }) {
  const { say } = useText();
  const { unsaved, ready, isSaving } = scoring;
  return (
    <Foot>
      <span className="foot-saving" role="status">
        {unsaved.length > 0 ? say("panel.unsaved", { count: unsaved.length }) : say("panel.allSaved")}
      </span>
      <span className="foot-blocks">
        <button
          type="button"
          className="button button-primary foot-action"
          disabled={ready.length === 0 || isSaving}
          onClick={() => scoring.save(ready)}
        >
          {say("panel.saveAll")}
        </button>
      </span>
    </Foot>
  );
}
