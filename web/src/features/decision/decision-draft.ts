import type { MilestoneState } from "@yuanbiao/core/target";
import { blankDocument, type DocumentDraft, orNull } from "../../ui/document-draft.ts";
import type { DecisionBody, EvidenceKind, Managed } from "./request.ts";

/** A judgement as it is written: what it says, and the document and files that it rests on. */
export interface DecisionDraft extends DocumentDraft {
  readonly state: MilestoneState;
  readonly reason: string;
  readonly clause: string;
  readonly decidedBy: string;
  /** Files that are stored. */
  readonly evidence: readonly string[];
  /** A file to be stored with the judgement. */
  readonly file: File | null;
  readonly kind: EvidenceKind;
}

/** The judgement that stands, or a new one that rests on every file that is there. */
export function draftDecision({ decision, evidence }: Managed): DecisionDraft {
  return {
    ...{ ...blankDocument, document: decision?.document?.code ?? "", clause: decision?.clause ?? "" },
    ...{ state: decision?.state ?? "done", reason: decision?.reason ?? "", decidedBy: decision?.decidedBy ?? "" },
    ...{ evidence: decision?.evidence ?? evidence.map(({ id }) => id), file: null, kind: "certificate" },
  };
}

/** Whether the judgement rests on something. */
export const isFounded = ({ document, evidence, file }: DecisionDraft): boolean =>
  document !== "" || evidence.length > 0 || file !== null;

/** What is sent; a clause is one of a document. */
export function decisionBody({ state, reason, clause, decidedBy, evidence, document }: DecisionDraft): DecisionBody {
  const cited = orNull(document);
  return {
    ...{ state, reason: reason.trim(), decidedBy: decidedBy.trim(), evidence: [...evidence] },
    ...{ document: cited, clause: cited === null ? null : orNull(clause) },
  };
}
