import { listJobs } from "@yuanbiao/db/queries/job";
import { lastBackupAt } from "./backup/nightly.ts";
import type { Context } from "./context.ts";

const looked = 50;

/**
 * When the last backup was finished: of this process's folder, or of a night that another process kept. Its entry in the
 * trail is written before it is made and does not count: it may have been cut off.
 */
export async function lastFinishedBackup({ store, settings }: Context): Promise<string | null> {
  const own = await lastBackupAt(settings.backup.folder);
  const nights = await listJobs(store, { kind: "backup", limit: looked });
  const night = nights.find(({ status }) => status === 200)?.finishedAt ?? null;
  const found = [own?.toISOString() ?? null, night].filter((at) => at !== null);
  return found.sort().at(-1) ?? null;
}
