import { statfs } from "node:fs/promises";
import { countJobs, listJobs } from "@yuanbiao/db/queries/job";
import { countAttempts, measureStore } from "@yuanbiao/db/queries/operation";
import { lastAnchoredAt } from "../anchor-file.ts";
import { systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { lastFinishedBackup } from "../last-backup.ts";
import type { OperationView } from "./shape.ts";

const shown = 20;
const day = 86_400_000;

/** How the system is: what it runs on, how much it holds, when it was last saved, what it does beside, who is kept out. */
export async function readOperation(context: Context): Promise<OperationView> {
  const { store, clock, version, life, settings } = context;
  const now = clock();
  const { queued = 0, running = 0, done = 0 } = await countJobs(store);
  const recent = await listJobs(store, { limit: shown });
  return {
    ...{ version, engine: store.engine, runtime: process.versions.node, now: now.toISOString() },
    startedAt: life.startedAt.toISOString(),
    dataVersion: await store.readVersion(),
    size: { databaseBytes: await store.size(), ...(await measureStore(store)) },
    memoryBytes: process.memoryUsage().rss,
    disk: await diskOf(settings.dataDir),
    backupAt: await lastFinishedBackup(context),
    nightly: {
      ...{ at: settings.backup.at, keepDays: settings.backup.keepDays },
      ...{ copy: settings.backup.copyFolder !== null, encrypted: settings.backup.passphraseFile !== null },
    },
    anchoredAt: await lastAnchoredAt(settings.backup.anchorFolder),
    jobs: {
      counts: { queued, running, done },
      recent: recent.map(({ id, kind, state, attempts, createdAt, finishedAt, status }) => ({
        ...{ id, kind, state, attempts, createdAt, finishedAt, status },
      })),
    },
    attempts: await attemptsSince(context, new Date(now.getTime() - day).toISOString()),
  };
}

async function attemptsSince({ store }: Context, since: string): Promise<OperationView["attempts"]> {
  const count = (result: "failed" | "denied") => countAttempts(store, { area: systemArea, result, since });
  return { failed: await count("failed"), denied: await count("denied") };
}

async function diskOf(folder: string): Promise<OperationView["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}
