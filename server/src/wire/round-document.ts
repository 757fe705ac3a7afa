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

export function documentCode(round: string): string {
  return `report-${round}`;
}
