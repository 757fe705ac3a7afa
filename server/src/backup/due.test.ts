import { expect, it } from "vitest";
import { dueBackup } from "./due.ts";

/** Instants of Shanghai. */
const at = (text: string): Date => new Date(`${text}:00+08:00`);

it.each([
  ["nothing is set", null, "2026-11-20T02:00", "2026-11-25T12:00", false],
  ["there is none yet", "02:30", null, "2026-11-21T12:00", true],
  ["a minute before its time", "02:30", "2026-11-20T02:30", "2026-11-21T02:29", false],
  ["its time", "02:30", "2026-11-20T02:30", "2026-11-21T02:30", true],
  ["it was made at its time", "02:30", "2026-11-21T02:30", "2026-11-21T23:59", false],
  ["it was made by hand since", "02:30", "2026-11-21T09:00", "2026-11-22T02:00", false],
  ["nobody was there at night", "02:30", "2026-11-19T02:31", "2026-11-21T01:00", true],
  ["the day changes in Shanghai, not in UTC", "00:05", "2026-11-21T00:05", "2026-11-22T00:04", false],
  ["just after midnight in Shanghai", "00:05", "2026-11-21T00:05", "2026-11-22T00:06", true],
  ["a year ends", "23:59", "2025-12-30T23:59", "2026-01-01T00:00", true],
  ["the clock ran a year ahead and was set right", "02:30", "2027-11-21T02:30", "2026-11-21T12:00", true],
  ["the clock was set back", "02:30", "2026-11-22T02:30", "2026-11-21T12:00", false],
])("a backup is due or not where %s", (_case, time, last, now, expected) => {
  expect(dueBackup({ at: time }, last === null ? null : at(last), at(now))).toBe(expected);
});
