import type { BridgeBody, NewDocument } from "./request.ts";

/** What is written in the dialog; only a confirmation has a person, a day and a document. */
export interface BridgeDraft {
  readonly verdict: "confirmed" | "mismatch" | "assumed";
  readonly reason: string;
  readonly confirmedBy: string;
  readonly confirmedOn: string;
  /** The code of a document, `newDocument`, or nothing chosen. */
  readonly document: string;
  readonly name: string;
  readonly number: string;
  readonly publisher: string;
}

export const newDocument = "+";
export const blankDraft: BridgeDraft = {
  ...{ verdict: "confirmed", reason: "", confirmedBy: "", confirmedOn: "", document: "" },
  ...{ name: "", number: "", publisher: "" },
};

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What is sent of a bridge: a verdict that is no confirmation names nobody. */
export function bodyOf({ verdict, reason, confirmedBy, confirmedOn, document }: BridgeDraft): BridgeBody {
  const isConfirmed = verdict === "confirmed";
  return {
    ...{ verdict, reason: reason.trim(), reasonEn: null },
    confirmedBy: isConfirmed ? orNull(confirmedBy) : null,
    confirmedOn: isConfirmed ? orNull(confirmedOn) : null,
    document: isConfirmed ? orNull(document) : null,
  };
}

/** The document to be registered first; null where there is none. Its day is the day of the confirmation. */
export function documentOf(draft: BridgeDraft, now = Date.now()): NewDocument | null {
  if (draft.verdict !== "confirmed" || draft.document !== newDocument) return null;
  return {
    code: `reply-${draft.confirmedOn}-${now.toString(36)}`,
    ...{ kind: "reply", name: draft.name.trim(), number: orNull(draft.number), publisher: orNull(draft.publisher) },
    publishedOn: draft.confirmedOn,
  };
}
