import { z } from "zod";
import { daysInMonth } from "./period.ts";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const partialPattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Says whether a text is a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year * 12 + month - 1);
}

/** A calendar day, YYYY-MM-DD, in Asia/Shanghai. */
export const Day = z.string().refine(isDay, "malformed-day");

/** A day, month or year, as exactly as a source gives its date. */
export const PartialDay = z
  .string()
  .refine((text) => partialPattern.test(text) && isDay(`${text}-01-01`.slice(0, 10)), "malformed-day");

/** The last day of a day, month or year: a partial date counts as its last day (design section 3). */
export function lastDayOf(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length === 10) return partial;
  const month = Number(partial.slice(0, 4)) * 12 + Number(partial.slice(5, 7)) - 1;
  return `${partial}-${String(daysInMonth(month)).padStart(2, "0")}`;
}

/** The day before or after by a number of days. */
export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The number of days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const hour = 3_600_000;
const dayMilliseconds = 24 * hour;
/** The day that was asked for last, as days since 1970 and as text: it is nearly always asked for again. */
let lastDay: readonly [number, string] = [0, "1970-01-01"];

/** The day in Asia/Shanghai (UTC+8, no daylight saving) of an instant. */
export function shanghaiDay(instant: Date): string {
  const number = Math.floor((instant.getTime() + 8 * hour) / dayMilliseconds);
  if (lastDay[0] !== number) lastDay = [number, new Date(number * dayMilliseconds).toISOString().slice(0, 10)];
  return lastDay[1];
}

/**
 * Reads an `asOf`: an instant with its offset, or a day, which means the day's last millisecond in Asia/Shanghai.
 * Gives an ISO instant in UTC with milliseconds, or undefined.
 */
export function parseAsOf(text: string): string | undefined {
  if (isDay(text)) return new Date(Date.parse(`${text}T23:59:59.999+08:00`)).toISOString();
  if (!instantPattern.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
