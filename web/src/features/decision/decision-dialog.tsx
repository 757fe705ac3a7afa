import { evidenceKinds, mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { milestoneStates } from "@yuanbiao/core/target";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DocumentFields } from "../../ui/document-fields.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { FileField, ProgressBar } from "../../ui/file-field.tsx";
import { settleDocument } from "../../ui/settle-document.ts";
import { type DecisionDraft, decisionBody, draftDecision, isFounded } from "./decision-draft.ts";
import { isStale, useOfficeWrite, useSentence } from "./query.ts";
import { addFile, type Managed, writeDecision } from "./request.ts";

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.docx,.xlsx,.pptx";
/** A signed sheet belongs to a report, not to a judgement. */
const kinds = evidenceKinds.filter((kind) => kind !== "seal");

interface DialogParts {
  readonly managed: Managed;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Judges: done, partly, not; with a reason, who judged, and a document or a file. */
export function DecisionDialog({ managed, onSaved, onClose }: DialogParts) {
  const { say } = useText();
  const [draft, setDraft] = useState<DecisionDraft>(() => draftDecision(managed));
  const [share, setShare] = useState(0);
  const change = (changed: Partial<DecisionDraft>) => setDraft({ ...draft, ...changed });
  const saving = useOfficeWrite(async () => {
    let ready = { ...draft, document: await settleDocument(draft, null) };
    // What is stored is kept at once: a second try must not store it again.
    setDraft(ready);
    if (ready.file !== null) {
      const id = await addFile(managed.id, { file: ready.file, kind: ready.kind, onSent: setShare });
      ready = { ...ready, evidence: [...ready.evidence, id], file: null };
      setDraft(ready);
    }
    return writeDecision(managed, decisionBody(ready));
  }, onSaved);
  const sentence = useSentence(saving.error);
  const isTooLarge = draft.file !== null && draft.file.size > mostEvidenceBytes;
  const field = (name: "reason" | "clause" | "decidedBy") => ({
    value: draft[name],
    onChange: (text: string) => change({ [name]: text }),
    error: toldOf(saving.error, name),
  });
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
      {isStale(saving.error) && managed.decision !== null && (
        <p>
          {say("decision.theirs", {
            state: say(`code.milestone.${managed.decision.state}`),
            reason: managed.decision.reason,
            by: managed.decision.decidedBy,
          })}
        </p>
      )}
      <ChoiceField
        label={say("decision.state")}
        value={draft.state}
        options={milestoneStates.map((value) => ({ value, label: say(`code.milestone.${value}`) }))}
        onChange={(state) => change({ state })}
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
        error={toldOf(saving.error, "document")}
        onChange={change}
      />
      {draft.document !== "" && <TextField label={say("decision.clause")} most={200} {...field("clause")} />}
      <Files managed={managed} draft={draft} isTooLarge={isTooLarge} error={saving.error} onChange={change} />
      {saving.isPending && draft.file !== null && <ProgressBar label={say("report.evidence.sending")} share={share} />}
    </Dialog>
  );
}

interface FileParts {
  readonly managed: Managed;
  readonly draft: DecisionDraft;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
  readonly onChange: (changed: Partial<DecisionDraft>) => void;
}

/** The files that are there, to be taken or left, and one more. */
function Files({ managed, draft, isTooLarge, error, onChange }: FileParts) {
  const { say } = useText();
  const { evidence } = draft;
  const told = [isTooLarge ? say("report.evidence.tooLarge") : undefined, toldOf(error, "file")];
  const fault = [...told, toldOf(error, "evidence")].find((text) => text !== undefined);
  return (
    <>
      {managed.evidence.length > 0 && (
        <fieldset className="decision-files">
          <legend className="field-label">{say("decision.files")}</legend>
          {managed.evidence.map(({ id, fileName }) => (
            <label key={id} className="decision-file">
              <input
                type="checkbox"
                checked={evidence.includes(id)}
                onChange={() =>
                  onChange({
                    evidence: evidence.includes(id) ? evidence.filter((one) => one !== id) : [...evidence, id],
                  })
                }
              />
              <span className="break">{fileName}</span>
            </label>
          ))}
        </fieldset>
      )}
      <FileField
        label={say("decision.file")}
        accept={accepted}
        hint={say("report.evidence.limit", { size: `${Math.floor(mostEvidenceBytes / 1_000_000)} MB` })}
        file={draft.file}
        onFile={(file) => onChange({ file })}
      />
      {fault !== undefined && <p className="field-error">{fault}</p>}
      {draft.file !== null && (
        <ChoiceField
          label={say("report.evidence.kindLabel")}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: say(`report.evidence.kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
    </>
  );
}
