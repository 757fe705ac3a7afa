import type { Citation, Owes, Status } from "../api.ts";
import { type Aim, targetFigure, unitBehind } from "./number.ts";
import type { Language, Say } from "./text.ts";

interface Aimed extends Aim {
  readonly indicator: { readonly unit: string };
}

const wordComparators = ["trend", "judgement", "all", "milestone"] as const;

/** A target as sign, figure and unit (≥ 20 %, 逐家 > 20 亿元), or in a word where it has no number. */
export function targetWords(target: Aimed, say: Say, language: Language): string {
  const figure = targetFigure(target);
  const word = wordComparators.find((comparator) => comparator === target.comparator);
  const unit = unitBehind(target.indicator.unit, language);
  const number = figure === undefined ? "" : `${figure}\u00a0${unit}`.trim();
  if (word === undefined) return number;
  return number === "" ? say(`code.comparator.${word}`) : `${say(`code.comparator.${word}`)} ${number}`;
}

/** The word of a light; 缺数 says which kind: 到期缺数, 未报 or 待公布. */
export function statusWord(status: Status, reason: string | null, say: Say): string {
  if (status !== "no-data") return say(`code.status.${status}`);
  if (reason === "no-due-actual") return say("code.noData.overdue");
  return reason === "not-yet-due" ? say("code.noData.awaited") : say("code.noData.unreported");
}

/** Who owes a figure, with the name it had when the document named it, and on what basis. */
export function owesWords(owes: Owes, say: Say): string {
  const formerly =
    owes.formerly === null
      ? ""
      : say("page.bracket", { text: say("summary.owed.formerly", { name: owes.formerly.name }) });
  return `${owes.department.name}${formerly}`;
}

/** Where something stands written: the number or name of the document, and the clause. */
export function citedWords({ number, document, clause }: Citation): string {
  return `${number ?? document.name} ${clause ?? ""}`.trim();
}
