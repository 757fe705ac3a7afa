import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Round } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodName } from "../../text/time.ts";
import { Facts, Page, Section, Tag } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { bodyOf, draftOfRound } from "./draft.ts";
import { type Move, MoveDialog } from "./move-dialog.tsx";
import { useBothWords, useChoices, useRoundChange } from "./query.ts";
import { editRound } from "./request.ts";
import { RoundForm } from "./round-form.tsx";

const doneOf = ({ reports }: Round): number => (reports.accepted ?? 0) + (reports.locked ?? 0);

/** One round: its editor while it is a draft, what it asks and how far it is afterwards. */
export function RoundPage({ round }: { round: Round }) {
  const { say, language } = useText();
  const [move, setMove] = useState<Move | null>(null);
  const done = doneOf(round);
  const sentence = say(`round.head.${round.state}`, {
    lines: round.lines.length,
    areas: round.areas.length,
    due: dayName(round.dueOn, language),
    done,
    missing: round.areas.length - done,
  });
  return (
    <Page
      name={`${say("round.name")} · ${round.name}`}
      sentence={sentence}
      lead={<RoundLead round={round} onMove={setMove} />}
    >
      {round.state === "draft" ? (
        <DraftEditor round={round} onOpen={() => setMove("open")} />
      ) : (
        <RoundFacts round={round} />
      )}
      {move !== null && <MoveDialog round={round} move={move} onClose={() => setMove(null)} />}
    </Page>
  );
}

function RoundLead({ round, onMove }: { round: Round; onMove: (move: Move) => void }) {
  const { say } = useText();
  const next = round.state === "open" ? "closed" : round.state === "closed" ? "archived" : null;
  return (
    <div className="lead-row">
      <Tag kind="accent">{say(`round.state.${round.state}`)}</Tag>
      <span className="report-tools">
        {round.state !== "draft" && (
          <Link to="/review" className="button">
            {say("round.toReview")}
          </Link>
        )}
        <Link to="/rounds/new" search={(view) => ({ ...view, from: round.code })} className="button">
          {say("round.copy")}
        </Link>
        {next !== null && (
          <button type="button" className="button" onClick={() => onMove(next)}>
            {say(next === "closed" ? "round.close.action" : "round.archive.action")}
          </button>
        )}
      </span>
    </div>
  );
}

function DraftEditor({ round, onOpen }: { round: Round; onOpen: () => void }) {
  const { say } = useText();
  const choices = useChoices();
  const words = useBothWords(round.code);
  const change = useRoundChange((draft: Parameters<typeof bodyOf>[0]) => editRound(bodyOf(draft), round.version));
  return (
    <Loaded query={choices} lines={12} height={640}>
      {(found) => (
        <Loaded query={words} lines={12} height={640}>
          {(both) => (
            <RoundForm
              key={round.version}
              initial={draftOfRound(round, both)}
              choices={found}
              isNew={false}
              isBusy={change.isPending}
              error={change.error}
              onSave={(draft) => change.mutate(draft)}
              more={
                <button type="button" className="button" onClick={onOpen}>
                  {say("round.open.action")}
                </button>
              }
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function RoundFacts({ round }: { round: Round }) {
  const { say, language } = useText();
  const { form } = round;
  const or = (text: string | null) => text ?? say("page.none");
  return (
    <>
      <Section title={say("round.fields.basics")}>
        <Facts
          items={[
            [say("round.fields.code"), round.code],
            [say("round.period"), periodName(round.period, language)],
            [say("round.fields.opensOn"), dayName(round.opensOn, language)],
            [say("round.fields.dueOn"), dayName(round.dueOn, language)],
            [say("round.fields.stage"), say(`code.stage.${round.stage}`)],
            [say("round.fields.class"), say(`round.fields.classes.${round.class}`)],
            [say("round.fields.instructions"), or(round.instructions)],
            [say("round.fields.number"), or(form.number)],
            [say("round.fields.issuer"), or(form.issuer)],
            [say("round.fields.approval"), or(form.approval)],
          ]}
        />
      </Section>
      <Section title={say("round.fields.linesTitle")}>
        <ol className="round-lines">
          {round.lines.map(({ indicator, caliber, department }) => (
            <li key={indicator.code}>
              <strong>{indicator.name}</strong>{" "}
              <span className="quiet">{[caliber.name, department?.name ?? ""].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say("round.fields.areasTitle")}>
        <p>{round.areas.map(({ name }) => name).join(say("page.list"))}</p>
      </Section>
    </>
  );
}
