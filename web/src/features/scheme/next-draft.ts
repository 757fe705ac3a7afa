import type { DraftBody, SchemeSummary } from "./request.ts";
import { freeCode } from "./tree.ts";

/** A new draft as it is being written. */
export type DraftForm = Readonly<Record<"from" | "code" | "name" | "nameEn" | "evaluationYear" | "dataYear", string>>;

type Basis = Pick<SchemeSummary, "code" | "name" | "evaluationYear" | "dataYear" | "state">;

/** Names that speak of a year speak of the next one. */
function aYearLater(text: string, { evaluationYear, dataYear }: Basis): string {
  return text.replace(/(?<!\d)(19|20)\d{2}(?!\d)/g, (found) =>
    [evaluationYear, dataYear].includes(Number(found)) ? String(Number(found) + 1) : found,
  );
}

/** A scheme for the year after another one; a sample is copied for its own year. */
export function draftAfter(basis: Basis | undefined, taken: readonly string[]): DraftForm {
  if (basis === undefined) return { from: "", code: "", name: "", nameEn: "", evaluationYear: "", dataYear: "" };
  const { code, name, evaluationYear, dataYear, state } = basis;
  const isSample = state === "shipped";
  const later = (text: string) => (isSample ? text : aYearLater(text, basis));
  const years = isSample ? 0 : 1;
  return {
    ...{ from: code, code: freeCode(later(code), taken), name: later(name), nameEn: "" },
    ...{ evaluationYear: String(evaluationYear + years), dataYear: String(dataYear + years) },
  };
}

export function draftBody({ nameEn, evaluationYear, dataYear, ...rest }: DraftForm): DraftBody {
  return {
    ...{ ...rest, code: rest.code.trim(), name: rest.name.trim(), nameEn: nameEn.trim() || null },
    ...{ evaluationYear: Number(evaluationYear), dataYear: Number(dataYear) },
  };
}
