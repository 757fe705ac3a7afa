/** The document that something rests on: one that is registered, or what is written of a new one. */
export interface DocumentDraft {
  /** The code of a document, `newDocument`, or nothing chosen. */
  readonly document: string;
  readonly name: string;
  readonly number: string;
  readonly publisher: string;
  /** A day, or "" where it is not known. */
  readonly publishedOn: string;
}

export const newDocument = "+";
export const blankDocument: DocumentDraft = { document: "", name: "", number: "", publisher: "", publishedOn: "" };

export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
