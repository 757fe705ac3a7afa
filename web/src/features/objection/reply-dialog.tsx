import { conclusions } from "@yuanbiao/core/objection";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea } from "../../ui/field.tsx";
import { Original } from "../../ui/original.tsx";
import { useObjecting } from "./query.ts";
import { type Objection, type Reply, replyTo } from "./request.ts";

/** 答复: facts, basis, conclusion. */
export function ReplyDialog({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { say } = useText();
  const [reply, setReply] = useState<Reply>({ facts: "", basis: "", conclusion: "maintained" });
  const act = useObjecting(() =>
    replyTo(objection, { ...reply, facts: reply.facts.trim(), basis: reply.basis.trim() }),
  );
  const { area, criterion, claim } = objection;
  return (
    <Dialog
      title={say("objection.replyTitle")}
      action={say("objection.reply")}
      isReady={reply.facts.trim() !== "" && reply.basis.trim() !== ""}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <p>
        <strong>{say("objection.makeText", { area: area.name, criterion: criterion.name })}</strong>
      </p>
      <blockquote className="objection-quote">
        <Original>{claim}</Original>
      </blockquote>
      <TextArea
        label={say("objection.facts")}
        value={reply.facts}
        most={4000}
        onChange={(facts) => setReply({ ...reply, facts })}
      />
      <TextArea
        label={say("objection.basis")}
        value={reply.basis}
        most={4000}
        onChange={(basis) => setReply({ ...reply, basis })}
      />
      <ChoiceField
        label={say("objection.conclusionLabel")}
        hint={say(reply.conclusion === "upheld" ? "objection.upheldHint" : "objection.maintainedHint")}
        value={reply.conclusion}
        options={conclusions.map((value) => ({ value, label: say(`objection.conclusion.${value}`) }))}
        onChange={(conclusion) => setReply({ ...reply, conclusion })}
      />
    </Dialog>
  );
}
