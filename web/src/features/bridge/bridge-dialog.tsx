import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { type BridgeDraft, blankDraft, bodyOf, documentOf, newDocument } from "./draft.ts";
import { figureWords } from "./figure-words.ts";
import { addDocument, type Bridge, readDocuments, writeBridge } from "./request.ts";

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
      const fresh = documentOf(draft);
      const document = fresh === null ? draft.document : (await addDocument(fresh)).code;
      // A second try must not register the same document again.
      if (fresh !== null) setDraft({ ...draft, document });
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
        {say("bridge.standing", { verdict: say(`code.verdict.${bridge.verdict}`), reason: bridge.reason })}
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
          <DocumentFields draft={draft} onChange={setDraft} error={toldOf(saving.error, "document")} />
        </>
      )}
    </Dialog>
  );
}

interface DocumentParts {
  readonly draft: BridgeDraft;
  readonly onChange: (draft: BridgeDraft) => void;
  readonly error: string | undefined;
}

/** The document that a confirmation rests on: one that is registered, or a new one. */
function DocumentFields({ draft, onChange, error }: DocumentParts) {
  const { say, language } = useText();
  const documents = useQuery({ queryKey: ["documents", language], queryFn: ({ signal }) => readDocuments(signal) });
  const known = (documents.data ?? []).filter(({ kind }) => kind === "policy" || kind === "reply");
  const options = [
    { value: "", label: say("bridge.chooseDocument") },
    { value: newDocument, label: say("bridge.newDocument") },
    ...known.map(({ code, name }) => ({ value: code, label: name })),
  ];
  const field = (name: "name" | "number" | "publisher") => ({
    value: draft[name],
    onChange: (text: string) => onChange({ ...draft, [name]: text }),
  });
  return (
    <>
      <ChoiceField
        label={say("bridge.document")}
        value={draft.document}
        options={options}
        error={error}
        onChange={(document) => onChange({ ...draft, document })}
      />
      {draft.document === newDocument && (
        <>
          <TextField label={say("bridge.documentName")} most={200} isRequired {...field("name")} />
          <TextField label={say("bridge.documentNumber")} most={100} {...field("number")} />
          <TextField label={say("bridge.publisher")} most={100} {...field("publisher")} />
        </>
      )}
    </>
  );
}
