import { useState } from "react";
import { useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { AddFileDialog } from "./objection-dialog.tsx";
import { useObjecting } from "./query.ts";
import { ReplyDialog } from "./reply-dialog.tsx";
import { contentAddress, type Objection, withdraw } from "./request.ts";
import "./objection.css";

/** One objection: what is claimed and shown, how it stands, the answer; and what its reader may do with it. */
export function ObjectionCard({ objection }: { objection: Objection }) {
  const { say, language } = useText();
  const { claim, state, madeBy, madeOn, reply, answeredBy, answeredOn } = objection;
  return (
    <div className="objection">
      <p className="objection-head">
        <Tag kind={state === "open" ? "warn" : "plain"}>{say(`objection.state.${state}`)}</Tag>
        {reply !== null && <Tag kind="accent">{say(`objection.conclusion.${reply.conclusion}`)}</Tag>}
        <span className="quiet">{say("objection.made", { who: madeBy, day: dayName(madeOn, language) })}</span>
      </p>
      <p className="objection-claim">
        <Original>{claim}</Original>
      </p>
      <Files files={objection.files} />
      {reply !== null && (
        <dl className="facts objection-reply">
          <ReplyFact name={say("objection.facts")} text={reply.facts} />
          <ReplyFact name={say("objection.basis")} text={reply.basis} />
          <div className="fact">
            <dt>{say("objection.conclusionLabel")}</dt>
            <dd>
              <strong>{say(`objection.conclusion.${reply.conclusion}`)}</strong>{" "}
              {answeredBy !== null && answeredOn !== null && (
                <span className="quiet">
                  {say("objection.answered", { who: answeredBy, day: dayName(answeredOn, language) })}
                </span>
              )}
            </dd>
          </div>
        </dl>
      )}
      <Actions objection={objection} />
    </div>
  );
}

function ReplyFact({ name, text }: { name: string; text: string }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>
        <Original>{text}</Original>
      </dd>
    </div>
  );
}

function Files({ files }: Pick<Objection, "files">) {
  const { say } = useText();
  if (files.length === 0) return null;
  return (
    <ul className="objection-files" aria-label={say("objection.filesOf")}>
      {files.map(({ id, fileName }) => (
        <li key={id}>
          <a className="link break" href={contentAddress(id)} target="_blank" rel="noreferrer">
            <Original>{fileName}</Original>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Actions({ objection }: { objection: Objection }) {
  const { say } = useText();
  const [asked, setAsked] = useState<"reply" | "add" | "withdraw" | null>(null);
  const { answerable, withdrawable } = objection;
  if (!answerable && !withdrawable) return null;
  const close = () => setAsked(null);
  return (
    <div className="objection-actions">
      {answerable && (
        <button type="button" className="button button-primary" onClick={() => setAsked("reply")}>
          {say("objection.reply")}
        </button>
      )}
      {withdrawable && (
        <>
          <button type="button" className="button" onClick={() => setAsked("add")}>
            {say("objection.add")}
          </button>
          <button type="button" className="button-quiet" onClick={() => setAsked("withdraw")}>
            {say("objection.withdraw")}
          </button>
        </>
      )}
      {asked === "reply" && <ReplyDialog objection={objection} onClose={close} />}
      {asked === "add" && <AddFileDialog id={objection.id} onClose={close} />}
      {asked === "withdraw" && <WithdrawDialog objection={objection} onClose={close} />}
    </div>
  );
}

function WithdrawDialog({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { say } = useText();
  const act = useObjecting(() => withdraw(objection));
  return (
    <Dialog
      title={say("objection.withdrawTitle")}
      action={say("objection.withdraw")}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("objection.withdrawText")}</p>
    </Dialog>
  );
}
