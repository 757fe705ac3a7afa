import { expect, it } from "vitest";
import { cameUnchanged, isChangedSince, isUntouched, unchangedLines } from "./since-return.ts";

const day = (date: number): string => `2026-04-${String(date).padStart(2, "0")}T00:00:00.000Z`;
const event = (action: "return" | "request" | "grant" | "submit", date: number, ...indicators: string[]) => ({
  ...{ action, indicators, recordedAt: day(date) },
});
const line = (code: string, date: number | null, review: "open" | "returned" = "returned") => ({
  ...{ indicator: { code }, review, recordedAt: date === null ? null : day(date) },
});

it.each([
  ["named, at the same instant", [event("return", 5, "a")], 5, false],
  ["named, written afterwards", [event("return", 5, "a")], 6, true],
  ["given back with all of it", [event("return", 5)], 4, false],
  ["given back with all of it, written afterwards", [event("return", 5)], 6, true],
  ["written before it was given back again", [event("return", 5, "a"), event("return", 9, "a")], 6, false],
  ["another line was given back since", [event("return", 5, "a"), event("return", 9, "b")], 6, true],
  ["a correction was granted", [event("request", 7, "a"), event("grant", 8)], 8, false],
  ["a correction was granted, written afterwards", [event("request", 7, "a"), event("grant", 8)], 9, true],
  ["more time was granted since", [event("return", 5, "a"), event("request", 7), event("grant", 8)], 6, true],
  ["never given back", [event("submit", 5)], 6, false],
  ["never written", [event("return", 5)], null, false],
] as const)("a line, %s: changed since %#", (_, thread, date, expected) => {
  expect(isChangedSince(line("a", date), thread)).toBe(expected);
});

it("names the lines that were given back and are as they were", () => {
  const lineItems = [line("a", 5), line("b", 6), line("c", 4, "open")];
  const report = { state: "returned", thread: [event("return", 5, "a", "b")], lineItems } as const;
  expect(unchangedLines(report).map(({ indicator }) => indicator.code)).toEqual(["a"]);
  expect(isUntouched(report)).toBe(false);
});

it("says of a whole report whether anything was changed since", () => {
  const [before, after] = [line("a", 4, "open"), line("b", 6, "open")];
  const thread = [event("return", 5)];
  expect(isUntouched({ state: "returned", thread, lineItems: [before] })).toBe(true);
  expect(isUntouched({ state: "returned", thread, lineItems: [before, after] })).toBe(false);
  expect(isUntouched({ state: "draft", thread: [], lineItems: [before] })).toBe(false);
});

it.each([
  ["named, and the same", "submitted", null, [event("return", 5, "a")], true],
  ["named, and another now", "submitted", "1", [event("return", 5, "a")], false],
  ["named long ago", "submitted", null, [event("return", 5, "a"), event("return", 9, "b")], false],
  ["given back with all of it", "submitted", null, [event("return", 5)], false],
  ["still with the park", "returned", null, [event("return", 5, "a")], false],
] as const)("a line that came again, %s: unchanged %#", (_, state, value, thread, expected) => {
  const before = value === null ? null : { state: "value" as const, value, explanation: null };
  expect(cameUnchanged({ ...line("a", 5, "open"), before }, { state, thread })).toBe(expected);
});
