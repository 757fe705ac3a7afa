import { lackReasons, type Refusal, type RefusalCode } from "@yuanbiao/core/evaluate-refusal";
import { missingReasons } from "@yuanbiao/core/missing-score";
import { scoreReasons } from "@yuanbiao/core/scorer-outcome";
import { everyYear } from "@yuanbiao/core/target";
import type { Language } from "../language.ts";
import { periodText } from "./period.ts";
import {
  chineseNothingLeft,
  chineseRefusals,
  chineseRemedies,
  type OwnRefusal,
  type RefusalWords,
} from "./refusal-chinese.ts";
import { englishNothingLeft, englishRefusals, englishRemedies } from "./refusal-english.ts";
import { findSchemeFaultTitle } from "./scheme-fault.ts";
import { schemePlaceText } from "./scheme-place.ts";
import { findSchemeWord } from "./scheme-words.ts";
import { lackText } from "./score-lack.ts";
import { type AssessmentNames, nameFigures } from "./score-names.ts";
import { fillSentence } from "./score-sentence.ts";

/** A reason against a run: whom and what it is about, why, and what is to be done by whom. */
export interface RefusalSaid {
  readonly about: string;
  readonly why: string;
  readonly remedy: string;
}

const lacks = [...lackReasons, ...scoreReasons, ...missingReasons];
type Lack = (typeof lacks)[number];
const own: Record<Language, Record<OwnRefusal, RefusalWords>> = { "zh-CN": chineseRefusals, en: englishRefusals };
const remedies: Record<Language, Record<Lack, string>> = { "zh-CN": chineseRemedies, en: englishRemedies };

function isOwn(code: RefusalCode): code is OwnRefusal {
  return Object.hasOwn(chineseRefusals, code);
}

const nothingLeft: Record<Language, RefusalWords> = { "zh-CN": chineseNothingLeft, en: englishNothingLeft };

/** A pool that the scheme leaves with one park is another matter than one where only one park has a figure. */
function wordsFor(language: Language, { code, criterion, figures }: Refusal): RefusalWords {
  if (code === "nothing-to-score" && figures["group"] !== undefined) return nothingLeft[language];
  if (isOwn(code) && !(code === "pool-of-one" && criterion !== null)) return own[language][code];
  const lack = lacks.find((one) => one === code) ?? "missing-input";
  return { why: lackText(language, lack), remedy: remedies[language][lack] };
}

interface Unsaid {
  readonly owner: string;
  readonly area: string;
  readonly value: string;
  readonly due: string;
  readonly everyYear: string;
}
/** How what is not there is said. */
const unsaid: Record<Language, Unsaid> = {
  "zh-CN": { owner: "责任部门", area: "园区", value: "无数值", due: "未注明", everyYear: "每年" },
  en: {
    owner: "the department in charge",
    area: "the park",
    value: "without a value",
    due: "at no stated date",
    everyYear: "every year",
  },
};

function dueText(language: Language, due: string): string {
  if (due === "") return unsaid[language].due;
  return due === everyYear ? unsaid[language].everyYear : periodText(language, due);
}

/** Everything that a sentence may name, in words. */
function figuresOf(language: Language, refusal: Refusal, names: AssessmentNames): Record<string, string> {
  const { figures, area, criterion } = refusal;
  const { path, fault, period, due, role, qualifier, field } = figures;
  const none = unsaid[language];
  const owner = criterion === null ? null : names.owner(criterion);
  const year = figures["year"] ?? period?.slice(0, 4);
  return {
    value: none.value,
    rival: none.value,
    ...nameFigures(figures, names),
    owner: owner ?? none.owner,
    area: area === null ? none.area : names.name("area", area),
    ...(year !== undefined && { year }),
    ...(path !== undefined && { path: schemePlaceText(language, path) }),
    ...(fault !== undefined && { fault: findSchemeFaultTitle(language, fault) }),
    ...(period !== undefined && { period: periodText(language, period) }),
    ...(due !== undefined && { due: dueText(language, due) }),
    ...(role !== undefined && { role: findSchemeWord(language, "role", role) ?? role }),
    ...(qualifier !== undefined && { qualifier: findSchemeWord(language, "qualifier", qualifier) ?? qualifier }),
    ...(field !== undefined && { field: findSchemeWord(language, "benchmark", field) ?? field }),
  };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A reason against a run in parts, for a table. */
export function refusalParts(language: Language, refusal: Refusal, names: AssessmentNames): RefusalSaid {
  const { area, criterion } = refusal;
  const figures = figuresOf(language, refusal, names);
  const { why, remedy } = wordsFor(language, refusal);
  const about = [
    ...(area === null ? [] : [names.name("area", area)]),
    ...(criterion === null ? [] : [names.name("criterion", criterion)]),
  ];
  return {
    about: about.join(language === "en" ? ", " : "，"),
    why: fillSentence(why, figures),
    remedy: upperFirst(fillSentence(remedy, figures)),
  };
}

/** A reason against a run as sentences: whose, on which criterion, why, and who is to do what about it. */
export function refusalText(language: Language, refusal: Refusal, names: AssessmentNames): string {
  const { about, why, remedy } = refusalParts(language, refusal, names);
  if (language === "en") return `${about === "" ? upperFirst(why) : `${about}: ${why}`}. ${remedy}`;
  return `${about === "" ? why : `${about}：${why}`}。${remedy}`;
}
