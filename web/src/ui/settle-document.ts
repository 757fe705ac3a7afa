import { addDocument } from "../api.ts";
import { type DocumentDraft, newDocument, orNull } from "./document-draft.ts";

/** The code of the chosen document, or "" for none; a new one is registered first. */
export async function settleDocument(draft: DocumentDraft): Promise<string> {
  if (draft.document !== newDocument) return draft.document;
  const added = await addDocument({
    ...{ code: `reply-${Date.now().toString(36)}`, kind: "reply", publishedOn: orNull(draft.publishedOn) },
    ...{ name: draft.name.trim(), number: orNull(draft.number), publisher: orNull(draft.publisher) },
  });
  return added.code;
}
