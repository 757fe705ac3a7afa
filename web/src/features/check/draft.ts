import type { CheckComparator, CheckRule, Moment, RequiredRule, Severity, Term } from "@yuanbiao/core/check";
import type { Check, CheckBody } from "./request.ts";

export const kinds = ["range", "required", "swing", "relation", "other-source", "parts"] as const;
export type Kind = (typeof kinds)[number];
export const severities = ["hard", "soft"] as const satisfies readonly Severity[];
export const moments = ["this", "previous", "same-period", "year-to-date"] as const satisfies readonly Moment[];
export const comparators = ["<=", ">=", "=", "<", ">"] as const satisfies readonly CheckComparator[];
export const acceptable = ["not-reported", "not-applicable", "not-computable"] as const;

/** A term as it is written; `id` only tells it from the others. */
export interface TermDraft {
  readonly id: number;
  readonly indicator: string;
  readonly moment: Moment;
  readonly coefficient: string;
  readonly unitFactor: string;
}

/** What is written in the editor: the fields of every kind of rule, so that looking at another kind loses nothing. */
export interface CheckDraft {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly severity: Severity;
  readonly active: boolean;
  readonly indicators: readonly string[];
  readonly note: string;
  readonly noteEn: string;
  readonly kind: Kind;
  readonly min: string;
  readonly minInclusive: boolean;
  readonly max: string;
  readonly maxInclusive: boolean;
  readonly accepts: RequiredRule["accepts"];
  readonly against: "previous" | "same-period";
  readonly percent: string;
  readonly left: readonly TermDraft[];
  readonly comparator: CheckComparator;
  readonly right: readonly TermDraft[];
  readonly constant: string;
  readonly toleranceKind: "absolute" | "relative";
  readonly tolerance: string;
}

const blankTerm = { indicator: "", moment: "this", coefficient: "1", unitFactor: "" } as const;

/** The terms with one more, blank. */
export const withTerm = (terms: readonly TermDraft[]): TermDraft[] => [
  ...terms,
  { id: Math.max(0, ...terms.map(({ id }) => id)) + 1, ...blankTerm },
];

const blank: CheckDraft = {
  ...{ code: "", name: "", nameEn: "", severity: "soft", active: true, indicators: [], note: "", noteEn: "" },
  ...{ kind: "swing", min: "", minInclusive: true, max: "", maxInclusive: true, accepts: ["not-reported"] },
  ...{ against: "same-period", percent: "30", left: withTerm([]), comparator: "<=", right: withTerm([]) },
  ...{ constant: "0", toleranceKind: "absolute", tolerance: "0" },
};

const termDrafts = (terms: readonly Term[]): TermDraft[] =>
  terms.map((term, id) => ({ ...term, id, unitFactor: term.unitFactor ?? "" }));

function ruleDraft(rule: CheckRule): Partial<CheckDraft> {
  if (rule.kind === "range") return { ...rule, min: rule.min ?? "", max: rule.max ?? "" };
  if (rule.kind !== "relation") return rule;
  const { kind, left, comparator, right, constant, tolerance } = rule;
  return {
    ...{ kind, comparator, constant, toleranceKind: tolerance.kind, tolerance: tolerance.value },
    ...{ left: termDrafts(left), right: termDrafts(right) },
  };
}

/** A check that is stored as a draft; a blank one where there is none. */
export function draftOf(check: Check | null): CheckDraft {
  if (check === null) return blank;
  const { code, name, nameEn, severity, active, indicators, note, noteEn, rule } = check;
  return {
    ...blank,
    ...{ code, name, severity, active, indicators },
    ...{ nameEn: nameEn ?? "", note: note ?? "", noteEn: noteEn ?? "" },
    ...ruleDraft(rule),
  };
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

const termsOf = (terms: readonly TermDraft[]): Term[] =>
  terms.map(({ indicator, moment, coefficient, unitFactor }) => ({
    ...{ indicator, moment, coefficient: coefficient.trim(), unitFactor: orNull(unitFactor) },
  }));

/** The rule that a draft says. */
export function ruleOf(draft: CheckDraft): CheckRule {
  const { kind, minInclusive, maxInclusive, accepts, against, comparator } = draft;
  const percent = draft.percent.trim();
  if (kind === "range") return { kind, min: orNull(draft.min), minInclusive, max: orNull(draft.max), maxInclusive };
  if (kind === "required") return { kind, accepts: [...accepts] };
  if (kind === "swing") return { kind, against, percent };
  if (kind === "other-source") return { kind, percent };
  if (kind === "parts") return { kind, tolerance: draft.tolerance.trim() };
  return {
    ...{ kind, left: termsOf(draft.left), comparator, right: termsOf(draft.right), constant: draft.constant.trim() },
    tolerance: { kind: draft.toleranceKind, value: draft.tolerance.trim() },
  };
}

/** What is sent of a draft; a relation names its lines in its terms alone. */
export function bodyOf(draft: CheckDraft): CheckBody {
  const { severity, active, kind } = draft;
  return {
    ...{ code: draft.code.trim(), name: draft.name.trim(), nameEn: orNull(draft.nameEn), severity, active },
    indicators: kind === "relation" ? [] : [...draft.indicators],
    rule: ruleOf(draft),
    ...{ note: orNull(draft.note), noteEn: orNull(draft.noteEn) },
  };
}

/** What is tried: a check that has no code or name yet can be tried too. */
export function trialOf(draft: CheckDraft): CheckBody {
  const body = bodyOf(draft);
  return { ...body, code: body.code || "trial", name: body.name || "trial" };
}
