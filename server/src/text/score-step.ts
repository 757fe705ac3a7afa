import { exact, plain } from "@yuanbiao/core/quantity";
import type { ScoreStep, ScoreStepCode } from "@yuanbiao/core/scorer-outcome";
import type { Language } from "../language.ts";
import { chooseSentence, fillSentence, type Sentence } from "./score-sentence.ts";
import { chineseInputs, chineseSteps, chineseTotal } from "./score-step-chinese.ts";
import { englishInputs, englishSteps, englishTotal } from "./score-step-english.ts";

/** Names what a step is about: a group, an adjustment, a part of a composite; what has no name is said by its code. */
export interface StepNames {
  item(code: string): string;
}

const steps: Record<Language, Record<ScoreStepCode, Sentence<ScoreStep>>> = { "zh-CN": chineseSteps, en: englishSteps };
const inputs: Record<Language, Readonly<Record<string, string>>> = { "zh-CN": chineseInputs, en: englishInputs };
const totals: Record<Language, Readonly<Partial<Record<ScoreStepCode, string>>>> = {
  "zh-CN": chineseTotal,
  en: englishTotal,
};

/** What a rule calls an input: 完成值, 目标值; a composite's own name as it is. */
export function inputText(language: Language, input: string): string {
  return (Object.hasOwn(inputs[language], input) ? inputs[language][input] : undefined) ?? input;
}

function say(sentence: string, step: ScoreStep, item: string | null): string {
  return fillSentence(sentence, { ...step.figures, ...(item !== null && { item }) });
}

/** One step of a score's arithmetic as a sentence with all its figures, fit for an appeal. */
export function scoreStepText(language: Language, step: ScoreStep, names: StepNames): string {
  const { code, item } = step;
  const named = item !== null && code === "not-scored" ? inputText(language, item) : item;
  return say(chooseSentence(steps[language][code], step), step, named === null ? null : names.item(named));
}

/** The steps from the groups to the total as sentences; adjustments that never happened are left out. */
export function totalStepTexts(language: Language, all: readonly ScoreStep[], names: StepNames): string[] {
  const told = all.filter(
    ({ code, figures }) => code !== "adjustment-base" && !(code === "adjustment" && figures["count"] === "0"),
  );
  const parts = told.filter(({ code }) => code === "part");
  const lastPart = told.lastIndexOf(parts.at(-1) ?? all[0] ?? none);
  return told.flatMap((step, at) => {
    const own = totals[language][step.code];
    const text = own === undefined ? scoreStepText(language, step, names) : say(own, step, null);
    return at === lastPart && parts.length > 1 ? [text, sumText(language, parts)] : [text];
  });
}

const none: ScoreStep = { code: "part", item: null, figures: {} };
const sums: Record<Language, string> = { "zh-CN": "各组合计：", en: "All groups: " };

/** The groups added up, term by term. */
function sumText(language: Language, parts: readonly ScoreStep[]): string {
  const points = parts.map(({ figures }) => figures["points"] ?? "0");
  const sum = points.reduce((total, own) => total.plus(own), exact(0));
  return `${sums[language]}${points.join(" + ")} = ${plain(sum)}`;
}

const notes: Record<Language, string> = {
  "zh-CN": "算式中的数最多显示 10 位小数；计算过程不作中间修约，只在注明处修约一次。",
  en: "Figures in the arithmetic show at most 10 decimals; nothing is rounded on the way, only once, where it is said.",
};

/** What has to be known to check the arithmetic by hand. */
export function arithmeticNote(language: Language): string {
  return notes[language];
}
