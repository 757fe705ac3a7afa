import { mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { milestoneStates } from "@yuanbiao/core/target";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DocumentFields } from "../../ui/document-fields.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { ProgressBar } from "../../ui/file-field.tsx";
import { settleDocument } from "../../ui/settle-document.ts";
import { type DecisionDraft, decisionBody, draftDecision, isFounded } from "./decision-draft.ts";
import { DecisionFiles } from "./decision-files.tsx";
import { isStale, useOfficeWrite, useSentence } from "./query.ts";
import { addFile, type Managed, writeDecision } from "./request.ts";

interface DialogParts {
  readonly managed: Managed;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The judgement as it is being written, and how it is saved: a file first, of which `share` is sent. */
function useDeciding(managed: Managed, onSaved: () => void) {
  const [draft, setDraft] = useState<DecisionDraft>(() => draftDecision(managed));
  const [share, setShare] = useState(0);
  const saving = useOfficeWrite(async () => {
    let ready = { ...draft, document: await settleDocument(draft) };
    // What is stored is kept at once: a second try must not store it again.
    setDraft(ready);
    if (ready.file !== null) {
      const id = await addFile(managed.id, { file: ready.file, kind: ready.kind, onSent: setShare });
      ready = { ...ready, evidence: [...ready.evidence, id], file: null };
      setDraft(ready);
    }
    return writeDecision(managed, decisionBody(ready));
  }, onSaved);
  return { draft, change: (changed: Partial<DecisionDraft>) => setDraft({ ...draft, ...changed }), share, saving };
}

/** Judges: done, partly, not; with a reason, who judged, and a document or a file. */
export function DecisionDialog({ managed, onSaved, onClose }: DialogParts) {
  const { say } = useText();
  const { draft, change, share, saving } = useDeciding(managed, onSaved);
  const sentence = useSentence(saving.error);
  const isTooLarge = draft.file !== null && draft.file.size > mostEvidenceBytes;
  return (
    <Dialog
      title={say("decision.title")}
      action={say("decision.save")}
      isReady={isFounded(draft) && !isTooLarge}
      isBusy={saving.isPending}
      error={sentence}
      onAction={() => saving.mutate()}
      onClose={onClose}
    >
      {isStale(saving.error) && <Theirs managed={managed} />}
      <Judgement draft={draft} error={saving.error} onChange={change} />
      <DecisionFiles managed={managed} draft={draft} isTooLarge={isTooLarge} error={saving.error} onChange={change} />
      {saving.isPending && draft.file !== null && <ProgressBar label={say("report.evidence.sending")} share={share} />}
    </Dialog>
  );
}

/** What somebody else has judged in between. */
function Theirs({ managed: { decision } }: { managed: Managed }) {
  const { say } = useText();
  if (decision === null) return null;
  const { state, reason, decidedBy: by } = decision;
  return <p>{say("decision.theirs", { state: say(`code.milestone.${state}`), reason, by })}</p>;
}

interface JudgementParts {
  readonly draft: DecisionDraft;
  readonly error: Error | null;
  readonly onChange: (changed: Partial<DecisionDraft>) => void;
}

function Judgement({ draft, error, onChange }: JudgementParts) {
  const { say } = useText();
  const field = (name: "reason" | "clause" | "decidedBy") => ({
    value: draft[name],
    onChange: (text: string) => onChange({ [name]: text }),
    error: toldOf(error, name),
  });
  return (
    <>
      <ChoiceField
        label={say("decision.state")}
        value={draft.state}
        options={milestoneStates.map((value) => ({ value, label: say(`code.milestone.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      <TextArea
        label={say("decision.reason")}
        hint={say("decision.reasonHint")}
        most={2000}
        isRequired
        {...field("reason")}
      />
      <TextField label={say("decision.decidedBy")} most={100} isRequired {...field("decidedBy")} />
      <p className="quiet">{say("decision.founded")}</p>
      <DocumentFields
        label={say("decision.document")}
        draft={draft}
        error={toldOf(error, "document")}
        onChange={onChange}
      />
      {draft.document !== "" && <TextField label={say("decision.clause")} most={200} {...field("clause")} />}
    </>
  );
}
