import { blankDocument, type DocumentDraft, orNull } from "../../ui/document-draft.ts";
import type { BridgeBody } from "./request.ts";

/** What is written in the dialog; only a confirmation has a person, a day and a document. */
export interface BridgeDraft extends DocumentDraft {
  readonly verdict: "confirmed" | "mismatch" | "assumed";
  readonly reason: string;
  readonly confirmedBy: string;
  readonly confirmedOn: string;
}

export const blankDraft: BridgeDraft = {
  ...{ verdict: "confirmed", reason: "", confirmedBy: "", confirmedOn: "" },
  ...blankDocument,
};

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
