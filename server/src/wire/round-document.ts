import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Round } from "@yuanbiao/core/round";

/** The document that a round's figures have as their source. */
export function documentOf(round: Round): PolicyDocument {
  return {
    code: documentCode(round.code),
    name: round.name,
    nameEn: round.nameEn,
    kind: "report",
    number: round.formNumber,
    publisher: round.formIssuer,
    publishedOn: null,
    validity: null,
    address: null,
    grade: "original",
    note: null,
    noteEn: null,
  };
}

const prefix = "report-";

export function documentCode(round: string): string {
  return `${prefix}${round}`;
}

/** The round whose figures have this document as their source; null of a document that is no round's. */
export function roundOfDocument(document: string): string | null {
  return document.startsWith(prefix) ? document.slice(prefix.length) : null;
}
