import { describe, expect, it } from "vitest";
import { verdictOf } from "./verdict.ts";

const now = "2026-11-22T04:00:00.000Z";
const none = { counts: { queued: 0, running: 0, done: 3 }, recent: [] };
const night = (status: number) => ({
  ...none,
  recent: [
    {
      ...{ id: "backup-2026-11-22", kind: "backup", state: "done" as const, attempts: 1, status },
      ...{ createdAt: "2026-11-22T03:00:00.000Z", finishedAt: "2026-11-22T03:01:00.000Z" },
    },
  ],
});

describe("what the administrator must know first", () => {
  it.each([
    ["never", { backupAt: null, jobs: none }],
    ["failed", { backupAt: "2026-11-22T03:00:01.000Z", jobs: night(500) }],
    ["old", { backupAt: "2026-11-19T03:00:00.000Z", jobs: none }],
    ["waiting", { backupAt: "2026-11-22T03:00:00.000Z", jobs: { ...none, counts: { ...none.counts, queued: 1 } } }],
    ["good", { backupAt: "2026-11-22T03:00:00.000Z", jobs: night(200) }],
    ["good", { backupAt: "2026-11-22T03:58:00.000Z", jobs: { ...night(500), recent: [] } }],
  ] as const)("is %s", (verdict, given) => {
    expect(verdictOf({ ...given, jobs: { ...given.jobs, recent: [...given.jobs.recent] }, now })).toBe(verdict);
  });
});
