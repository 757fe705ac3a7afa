import { z } from "@hono/zod-openapi";
import { auditResults } from "@yuanbiao/db/audit";
import { listOf } from "../shape.ts";

export const AuditEntryView = z
  .object({
    area: z.object({ code: z.string(), name: z.string() }),
    seq: z.int(),
    recordedAt: z.string(),
    actor: z.object({ account: z.string(), name: z.string() }),
    role: z.string().nullable(),
    address: z.string().nullable(),
    action: z.string(),
    subject: z.string().nullable(),
    result: z.enum(auditResults).nullable(),
    detail: z.record(z.string(), z.unknown()).openapi({ description: "before and after, where something changed" }),
    hash: z.string(),
  })
  .openapi("AuditEntry");
export const AuditList = listOf(AuditEntryView, "AuditEntry").extend({
  actions: z.array(z.string()).openapi({ description: "every action that the trail knows" }),
});

export const AuditCheckView = z
  .object({
    ok: z.boolean(),
    entries: z.int().nullable(),
    broken: z
      .object({ area: z.string(), seq: z.int(), fault: z.enum(["hash", "sequence", "link", "head"]) })
      .nullable(),
  })
  .openapi("AuditCheck");
