import type { Operation } from "./request.ts";

const twoDays = 2 * 86_400_000;

/** What the administrator must know first: no backup, an old or a failed one, what waits, or that all is well. */
export function verdictOf({
  backupAt,
  jobs,
  now,
}: Pick<Operation, "backupAt" | "jobs" | "now">): "never" | "failed" | "old" | "waiting" | "good" {
  if (backupAt === null) return "never";
  const night = jobs.recent.find(({ kind, state }) => kind === "backup" && state === "done");
  if (night?.status === 500 && Date.parse(night.createdAt) > Date.parse(backupAt) - 3_600_000) return "failed";
  if (Date.parse(now) - Date.parse(backupAt) > twoDays) return "old";
  return (jobs.counts.queued ?? 0) + (jobs.counts.running ?? 0) > 0 ? "waiting" : "good";
}
