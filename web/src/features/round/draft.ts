import { addDays, daysBetween, isDay } from "@yuanbiao/core/day";
import { figureClasses, stages } from "@yuanbiao/core/observation";
import { getPeriod, makePeriod, parsePeriod } from "@yuanbiao/core/period";
import type { Round } from "../../api.ts";
import type { RoundBody } from "./request.ts";

export const periodKinds = ["year", "half", "quarter", "month", "ytd"] as const;
export type PeriodKind = (typeof periodKinds)[number];
export { figureClasses, stages };

/** A round as it is being written: texts as typed. */
export interface RoundDraft {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly city: string;
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly stage: (typeof stages)[number];
  readonly class: (typeof figureClasses)[number];
  readonly instructions: string;
  readonly instructionsEn: string;
  readonly form: {
    readonly number: string;
    readonly issuer: string;
    readonly approval: string;
    readonly validUntil: string;
  };
  readonly lines: readonly { readonly indicator: string; readonly caliber: string }[];
  readonly areas: readonly string[];
}

/** The period code of a kind, a year and its number within the year; "" where it is none. */
export function periodCode(kind: PeriodKind, year: string, part: string): string {
  const number = part.padStart(2, "0");
  const spelt = {
    year,
    half: `${year}-H${part}`,
    quarter: `${year}-Q${part}`,
    month: `${year}-M${number}`,
    ytd: `${year}-YTD${number}`,
  };
  return parsePeriod(spelt[kind])?.code ?? "";
}

/** How many periods of a kind a year has. */
export const partsOf: Readonly<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12, ytd: 12 };

/** The period after another of the same kind; after a running total the one a month longer. */
export function nextPeriod(code: string): string {
  const { kind, firstMonth, lastMonth } = getPeriod(code);
  if (kind === "ytd" && lastMonth % 12 !== 11) return makePeriod(firstMonth, lastMonth + 1).code;
  const length = lastMonth - firstMonth + 1;
  return makePeriod(firstMonth + length, lastMonth + length).code;
}

export function blankDraft(city: string, today: string): RoundDraft {
  return {
    ...{ code: "", name: "", nameEn: "", city, period: today.slice(0, 4), opensOn: today, dueOn: addDays(today, 14) },
    ...{ stage: "progress", class: "public", instructions: "", instructionsEn: "", lines: [], areas: [] },
    form: { number: "", issuer: "", approval: "", validUntil: "" },
  };
}

export type Words = Pick<RoundBody, "name" | "nameEn" | "instructions" | "instructionsEn">;

export function draftOfRound(round: Round, words: Words): RoundDraft {
  const { number, issuer, approval, validUntil } = round.form;
  return {
    code: round.code,
    name: words.name,
    nameEn: words.nameEn ?? "",
    city: round.city.code,
    period: round.period,
    opensOn: round.opensOn,
    dueOn: round.dueOn,
    stage: round.stage,
    class: round.class,
    instructions: words.instructions ?? "",
    instructionsEn: words.instructionsEn ?? "",
    form: { number: number ?? "", issuer: issuer ?? "", approval: approval ?? "", validUntil: validUntil ?? "" },
    lines: round.lines.map(({ indicator, caliber }) => ({ indicator: indicator.code, caliber: caliber.code })),
    areas: round.areas.map(({ code }) => code),
  };
}

const numerals = "一二三四";

/** The parts of a name that speak of the period: its year, and which quarter, half or month. */
function renamed(name: string, from: string, to: string): string {
  const [yearFrom = "", partFrom = ""] = from.split("-");
  const [yearTo = "", partTo = ""] = to.split("-");
  const years = name.split(yearFrom).join(yearTo);
  const [quarterFrom, quarterTo] = [Number(partFrom.slice(1)), Number(partTo.slice(1))];
  if (!partFrom.startsWith("Q")) return years;
  const words = years.split(`${numerals[quarterFrom - 1]}季度`).join(`${numerals[quarterTo - 1]}季度`);
  return words.split(partFrom).join(partTo);
}

/** The same round for the period after: dates move on by as many days as the periods are apart. */
export function copyDraft(draft: RoundDraft): RoundDraft {
  const period = nextPeriod(draft.period);
  const days = daysBetween(getPeriod(draft.period).end, getPeriod(period).end);
  return {
    ...draft,
    period,
    code:
      renamed(draft.code, draft.period, period) === draft.code
        ? period.replaceAll("-", "")
        : renamed(draft.code, draft.period, period),
    name: renamed(draft.name, draft.period, period),
    nameEn: renamed(draft.nameEn, draft.period, period),
    opensOn: addDays(draft.opensOn, days),
    dueOn: addDays(draft.dueOn, days),
  };
}

export type Faulty = "code" | "title" | "period" | "opensOn" | "dueOn" | "lines" | "areas";

/** What still has to be filled in before a round can be stored. */
export function draftFaults(draft: RoundDraft): Faulty[] {
  const wrong: Readonly<Record<Faulty, boolean>> = {
    code: !/^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/.test(draft.code),
    title: draft.name.trim() === "",
    period: parsePeriod(draft.period) === undefined,
    opensOn: !isDay(draft.opensOn),
    dueOn: !isDay(draft.dueOn) || draft.dueOn < draft.opensOn,
    lines: draft.lines.length === 0 || draft.lines.some(({ caliber }) => caliber === ""),
    areas: draft.areas.length === 0,
  };
  return (["code", "title", "period", "opensOn", "dueOn", "lines", "areas"] as const).filter((name) => wrong[name]);
}

const said = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function bodyOf(draft: RoundDraft): RoundBody {
  const { number, issuer, approval, validUntil } = draft.form;
  return {
    ...draft,
    name: draft.name.trim(),
    nameEn: said(draft.nameEn),
    instructions: said(draft.instructions),
    instructionsEn: said(draft.instructionsEn),
    form: { number: said(number), issuer: said(issuer), approval: said(approval), validUntil: said(validUntil) },
    lines: [...draft.lines],
    areas: [...draft.areas],
  };
}
