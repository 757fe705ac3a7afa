import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RevisionReason, revisionReasons } from "@yuanbiao/core/observation";
import { isQuantity } from "@yuanbiao/core/quantity";
import { useState } from "react";
import { api, good, type Observation } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";

interface Correction {
  readonly value: string;
  readonly reason: RevisionReason;
  readonly note: string;
}

async function correct({ id, version }: Observation, json: Correction): Promise<void> {
  const seen = { param: { id }, query: {}, header: { "if-match": String(version) } };
  await good(api.observations[":id"].revision.$post({ ...seen, json }));
}

/** 更正: the office gives an adopted figure a new version with its reason; what used the old one keeps it and says so. */
export function CorrectFigure({ figure }: { figure: Observation }) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  if (figure.role !== "adopted") return null;
  return (
    <div>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {say("source.correction.action")}
      </button>
      {isAsked && <CorrectionDialog figure={figure} onClose={() => setAsked(false)} />}
    </div>
  );
}

function CorrectionDialog({ figure, onClose }: { figure: Observation; onClose: () => void }) {
  const { say } = useText();
  const queries = useQueryClient();
  const [value, setValue] = useState(figure.value ?? "");
  const [reason, setReason] = useState<RevisionReason>("reporting-error");
  const [note, setNote] = useState("");
  const act = useMutation({
    mutationFn: () => correct(figure, { value: value.trim(), reason, note: note.trim() }),
    // A figure bears on nearly everything that is shown.
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== "session" }),
  });
  const isBad = value.trim() !== "" && !isQuantity(value.trim());
  return (
    <Dialog
      title={say("source.correction.title")}
      action={say("source.correction.action")}
      isReady={value.trim() !== "" && !isBad && value.trim() !== figure.value && note.trim() !== ""}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("source.correction.text")}</p>
      <TextField
        label={`${figure.indicator.name} ${figure.unit}`.trim()}
        value={value}
        error={isBad ? say("source.correction.bad") : toldOf(act.error, "value")}
        onChange={setValue}
      />
      <ChoiceField
        label={say("source.correction.reason")}
        value={reason}
        options={revisionReasons.map((code) => ({ value: code, label: say(`code.change.${code}`) }))}
        onChange={setReason}
      />
      <TextArea label={say("source.correction.note")} value={note} most={1000} onChange={setNote} />
    </Dialog>
  );
}
