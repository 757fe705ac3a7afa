import { useQuery } from "@tanstack/react-query";
import { readDocuments } from "../api.ts";
import { useText } from "../text/text.ts";
import { type DocumentDraft, newDocument } from "./document-draft.ts";
import { ChoiceField, TextField } from "./field.tsx";

interface DocumentParts {
  readonly label: string;
  readonly draft: DocumentDraft;
  readonly onChange: (changed: Partial<DocumentDraft>) => void;
  readonly error: string | undefined;
}

/** The document that something rests on: one that is registered, or a new one. */
export function DocumentFields({ label, draft, onChange, error }: DocumentParts) {
  const { say, language } = useText();
  const documents = useQuery({ queryKey: ["documents", language], queryFn: ({ signal }) => readDocuments(signal) });
  const known = (documents.data ?? []).filter(({ kind }) => kind === "policy" || kind === "reply");
  const options = [
    { value: "", label: say("document.choose") },
    { value: newDocument, label: say("document.new") },
    ...known.map(({ code, name }) => ({ value: code, label: name })),
  ];
  const field = (name: "name" | "number" | "publisher" | "publishedOn") => ({
    value: draft[name],
    onChange: (text: string) => onChange({ [name]: text }),
  });
  return (
    <>
      <ChoiceField
        label={label}
        value={draft.document}
        options={options}
        error={error}
        onChange={(document) => onChange({ document })}
      />
      {draft.document === newDocument && (
        <>
          <TextField label={say("document.name")} most={200} isRequired {...field("name")} />
          <TextField label={say("document.number")} most={100} {...field("number")} />
          <TextField label={say("document.publisher")} most={100} {...field("publisher")} />
          <TextField type="date" label={say("document.publishedOn")} {...field("publishedOn")} />
        </>
      )}
    </>
  );
}
