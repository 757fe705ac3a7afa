import type { CheckComparator, Finding, FindingCode } from "@yuanbiao/core/check";
import type { Language } from "../language.ts";

type Said = Pick<Finding, "code" | "actual" | "comparator" | "expected" | "limit" | "deviation" | "source">;
type Sentences = Record<FindingCode, (said: Said) => string>;
type Words = Record<CheckComparator, string>;

const orderWords: Words = { "=": "等于", "<=": "不大于", ">=": "不小于", "<": "小于", ">": "大于" };
const orderWordsInEnglish: Words = {
  "=": "equal",
  "<=": "be at most",
  ">=": "be at least",
  "<": "be less than",
  ">": "be more than",
};
const order = (words: Words, { comparator }: Said): string => (comparator === null ? "" : words[comparator]);

const chinese: Sentences = {
  "below-min": (said) => `本期值 ${said.actual} 应${order(orderWords, said)} ${said.expected}`,
  "above-max": (said) => `本期值 ${said.actual} 应${order(orderWords, said)} ${said.expected}`,
  "no-answer": () => "此项必填，没有数请在状态里说明",
  "state-not-accepted": () => "此项不接受所选的状态，须填数",
  swing: (said) => `本期值 ${said.actual} 比 ${said.expected} 变动 ${said.deviation}%，超过 ${said.limit}%`,
  "swing-from-zero": (said) => `相比的数为 0，本期值为 ${said.actual}`,
  "relation-broken": (said) =>
    `左边 ${said.actual} 应${order(orderWords, said)}右边 ${said.expected}，相差 ${said.deviation}`,
  "differs-from-source": (said) =>
    `本期值 ${said.actual} 与“${said.source}”的 ${said.expected} 相差 ${said.deviation}%，超过 ${said.limit}%`,
  "source-is-zero": (said) => `“${said.source}”为 0，本期值为 ${said.actual}`,
  "differs-from-parts": (said) =>
    `本期值 ${said.actual}，按本表的分子、分母应为 ${said.expected}，相差 ${said.deviation} 个百分点`,
};

const english: Sentences = {
  "below-min": (said) => `the figure ${said.actual} should ${order(orderWordsInEnglish, said)} ${said.expected}`,
  "above-max": (said) => `the figure ${said.actual} should ${order(orderWordsInEnglish, said)} ${said.expected}`,
  "no-answer": () => "this must be filled; where there is no figure, choose a state",
  "state-not-accepted": () => "the chosen state is not accepted here; a figure is needed",
  swing: (said) => `${said.actual} differs from ${said.expected} by ${said.deviation} %, more than ${said.limit} %`,
  "swing-from-zero": (said) => `the figure to compare with is 0, this one is ${said.actual}`,
  "relation-broken": (said) =>
    `the left side ${said.actual} should ${order(orderWordsInEnglish, said)} the right side ${said.expected}; the difference is ${said.deviation}`,
  "differs-from-source": (said) =>
    `${said.actual} differs from ${said.expected} of "${said.source}" by ${said.deviation} %, more than ${said.limit} %`,
  "source-is-zero": (said) => `"${said.source}" says 0, the figure is ${said.actual}`,
  "differs-from-parts": (said) =>
    `the figure is ${said.actual}; its two parts in this report give ${said.expected}, ${said.deviation} points apart`,
};

/** What a check found, as one sentence that names the check; a soft finding says that it asks for an explanation. */
export function checkFindingText(language: Language, finding: Said & Pick<Finding, "severity">, check: string): string {
  const isSoft = finding.severity === "soft";
  if (language === "en") {
    const end = isSoft ? ". Explain it, or correct the figure." : ".";
    return `${check}: ${english[finding.code](finding)}${end}`;
  }
  return `“${check}”：${chinese[finding.code](finding)}。${isSoft ? "请在情况说明写明原因，或改正。" : ""}`;
}
