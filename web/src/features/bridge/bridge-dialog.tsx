import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DocumentFields } from "../../ui/document-fields.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { settleDocument } from "../../ui/settle-document.ts";
import { type BridgeDraft, blankDraft, bodyOf } from "./draft.ts";
import { figureWords } from "./figure-words.ts";
import { type Bridge, writeBridge } from "./request.ts";

const decisions = ["confirmed", "mismatch", "assumed"] as const;

interface DialogParts {
  readonly bridge: Bridge;
  readonly today: string;
  readonly onSaved: (stored: Bridge) => void;
  readonly onClose: () => void;
}

/** Confirms, rejects or leaves open one bridge; a document that is not there yet is registered with it. */
export function BridgeDialog({ bridge, today, onSaved, onClose }: DialogParts) {
  const { say } = useText();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<BridgeDraft>({ ...blankDraft, confirmedOn: today });
  const saving = useMutation({
    mutationFn: async () => {
      const isCited = draft.verdict === "confirmed";
      const document = isCited ? await settleDocument(draft) : "";
      // A second try must not register the same document again.
      if (isCited) setDraft({ ...draft, document });
      return writeBridge(bridge, bodyOf({ ...draft, document }));
    },
    onSuccess: (stored) => {
      onSaved(stored);
      void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== "session" });
    },
  });
  const field = (name: "reason" | "confirmedBy" | "confirmedOn") => ({
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
    error: toldOf(saving.error, name),
  });
  return (
    <Dialog
      title={say("bridge.dialog", { figure: figureWords(bridge, say) })}
      action={say("bridge.save")}
      isBusy={saving.isPending}
      onAction={() => saving.mutate()}
      onClose={onClose}
      {...(saving.error !== null && { error: saving.error.message })}
    >
      <p className="quiet">
        {bridge.version === 0
          ? say("bridge.unjoined")
          : say("bridge.standing", { verdict: say(`code.verdict.${bridge.verdict}`), reason: bridge.reason })}
      </p>
      <ChoiceField
        label={say("bridge.decide")}
        value={draft.verdict}
        options={decisions.map((value) => ({ value, label: say(`bridge.options.${value}`) }))}
        onChange={(verdict) => setDraft({ ...draft, verdict })}
      />
      <TextArea
        label={say("bridge.reason")}
        hint={say("bridge.reasonHint")}
        most={500}
        isRequired
        {...field("reason")}
      />
      {draft.verdict === "confirmed" && (
        <>
          <TextField label={say("bridge.confirmedBy")} most={100} isRequired {...field("confirmedBy")} />
          <TextField label={say("bridge.confirmedOn")} type="date" isRequired {...field("confirmedOn")} />
          <DocumentFields
            label={say("bridge.document")}
            draft={draft}
            error={toldOf(saving.error, "document")}
            onChange={(changed) => setDraft({ ...draft, ...changed })}
          />
        </>
      )}
    </Dialog>
  );
}
