import { type SchemeFault, type SchemeFaultCode, schemeFaultCodes } from "@yuanbiao/core/scheme-fault";
import type { ScorerFault } from "@yuanbiao/core/scorer-definition";
import type { Language } from "../language.ts";
import { problemText } from "./problems.ts";
import { chineseFaults, type FaultWords, type OwnFault } from "./scheme-fault-chinese.ts";
import { englishFaults } from "./scheme-fault-english.ts";
import { schemePlaceText } from "./scheme-place.ts";
import { findSchemeWord } from "./scheme-words.ts";
import { type AssessmentNames, nameFigures } from "./score-names.ts";
import { fillSentence } from "./score-sentence.ts";
import { inputText } from "./score-step.ts";
import { scorerFaultText } from "./scoring-fault.ts";

type Reason = ScorerFault["reason"];
const own: Record<Language, Record<OwnFault, FaultWords>> = { "zh-CN": chineseFaults, en: englishFaults };

function isOwn(code: SchemeFaultCode): code is OwnFault {
  return Object.hasOwn(chineseFaults, code);
}

/** An end of a stretch that tiers leave open stands as an empty text. */
const endOf = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

function scorerWords(language: Language, reason: Reason, figures: SchemeFault["figures"]): string {
  const { from, to, code } = figures;
  const bounded = from === undefined && to === undefined ? undefined : { from: endOf(from), to: endOf(to) };
  const told = bounded && scorerFaultText(language, { path: "", reason, ...bounded });
  const text = told ?? problemText(language, reason).detail;
  return code === undefined
    ? text
    : `${text.replace(/[。.]$/, "")}${language === "en" ? `: ${code}.` : `：“${code}”。`}`;
}

const natures: Record<Language, Readonly<Record<string, string>>> = {
  "zh-CN": { expected: "预期性", unstated: "未注明性质" },
  en: { expected: "an expected one", unstated: "of unstated nature" },
};
const allTypes: Record<Language, string> = { "zh-CN": "全部类型", en: "all types" };

/** Figures with codes of the scheme's own lists said in words. */
function wordsOf(language: Language, figures: SchemeFault["figures"]): Record<string, string> {
  const { step, field, lines, total, rank, nature, input, type } = figures;
  const say = (kind: "step" | "benchmark" | "visibility", code: string) => findSchemeWord(language, kind, code) ?? code;
  return {
    ...figures,
    ...(step !== undefined && { step: say("step", step) }),
    ...(field !== undefined && { field: say("benchmark", field) }),
    ...(lines !== undefined && { lines: say("visibility", lines) }),
    ...(total !== undefined && { total: say("visibility", total) }),
    ...(rank !== undefined && { rank: say("visibility", rank) }),
    ...(nature !== undefined && { nature: natures[language][nature] ?? nature }),
    ...(input !== undefined && { input: inputText(language, input) }),
    ...(type === "" && { type: allTypes[language] }),
  };
}

/** What is wrong with a scheme, without the place and the figures, and without a full stop. */
export function schemeFaultTitle(language: Language, code: SchemeFaultCode): string {
  return isOwn(code) ? own[language][code].says : problemText(language, code).detail.replace(/[。.]$/, "");
}

/** The same for a code that came as text. */
export function findSchemeFaultTitle(language: Language, code: string): string {
  const known = schemeFaultCodes.find((one) => one === code);
  return known === undefined ? code : schemeFaultTitle(language, known);
}

/** A fault of a scheme as a sentence that begins with its place: "第2组第1项：权重：权重不能小于 0（现为 -1）。" */
export function schemeFaultText(
  language: Language,
  { path, code, figures }: SchemeFault,
  names: Pick<AssessmentNames, "name">,
): string {
  const place = schemePlaceText(language, path);
  const joint = language === "en" ? ": " : "：";
  if (!isOwn(code)) return `${place}${joint}${scorerWords(language, code, figures)}`;
  const { says, about } = own[language][code];
  const shown = wordsOf(language, nameFigures(figures, names));
  // A figure that is not there (a tie-break without a code, an input that the scorer does not name) says nothing.
  const isWhole = about !== undefined && [...about.matchAll(/\{(\w+)\}/g)].every(([, name]) => shown[name ?? ""]);
  const tail = isWhole ? fillSentence(about, shown) : "";
  if (language === "en") return `${place}${joint}${says}${tail === "" ? "" : ` (${tail})`}.`;
  return `${place}${joint}${says}${tail === "" ? "" : `（${tail}）`}。`;
}
