import { z } from "@hono/zod-openapi";
import { jobStates } from "@yuanbiao/db/schema/job";

const count = z.number().int().min(0);

export const OperationView = z
  .object({
    version: z.string(),
    engine: z.enum(["sqlite", "postgres"]),
    runtime: z.string().openapi({ description: "the version of Node" }),
    startedAt: z.string(),
    now: z.string(),
    dataVersion: count.openapi({ description: "commits of figures and definitions so far" }),
    size: z.object({
      databaseBytes: count,
      evidenceFiles: count,
      evidenceBytes: count,
      observations: count,
      reports: count,
      auditEntries: count,
      accounts: count,
      sessions: count,
    }),
    memoryBytes: count,
    disk: z
      .object({ freeBytes: count, totalBytes: count })
      .nullable()
      .openapi({ description: "of the folder of this process's data" }),
    backupAt: z
      .string()
      .nullable()
      .openapi({ description: "the last backup that was finished: in BACKUP_DIR of this process, or by night" }),
    nightly: z
      .object({ at: z.string().nullable(), keepDays: count, copy: z.boolean(), encrypted: z.boolean() })
      .openapi({ description: "when backups are made by themselves; null: never" }),
    anchoredAt: z.string().nullable().openapi({ description: "when the trail's ends were last written down outside" }),
    jobs: z.object({
      counts: z.record(z.enum(jobStates), count),
      recent: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          state: z.enum(jobStates),
          attempts: count,
          createdAt: z.string(),
          finishedAt: z.string().nullable(),
          status: z.number().int().nullable(),
        }),
      ),
    }),
    attempts: z.object({ failed: count, denied: count }).openapi({ description: "within the last day" }),
  })
  .openapi("Operation");
export type OperationView = z.infer<typeof OperationView>;
