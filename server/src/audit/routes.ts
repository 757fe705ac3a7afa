import { z } from "@hono/zod-openapi";
import { auditResults, verifyAudit } from "@yuanbiao/db/audit";
import { wholeText } from "../body.ts";
import { recordRead, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { code, paging, since } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, writeRoute } from "../write-route.ts";
import { listAuditViews } from "./list.ts";
import { AuditCheckView, AuditList } from "./shape.ts";

const words = wholeText.min(1).max(200).optional();

const list = readRoute({
  path: "/api/audit",
  summary: "审计日志, the newest first",
  tag: "audit",
  right: "audit.read",
  answer: AuditList,
  query: {
    ...{ area: code, actor: words, action: words, subject: words, result: z.enum(auditResults).optional() },
    ...{ from: since, to: since },
    ...paging,
  },
  params: {},
});
const verify = writeRoute({
  method: "post",
  path: "/api/audit/verify",
  summary: "walk along the chains and name the first broken row",
  tag: "audit",
  right: "audit.read",
  body: noBody,
  answer: AuditCheckView,
  params: {},
});

export function auditRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const query = request.req.valid("query");
      const language = languageOf(request.req.header("accept-language"));
      return request.json(await listAuditViews(context, query, language), 200);
    })
    .openapi(verify, async (request) => {
      const check = await verifyAudit(context.store);
      const after = check.ok ? { entries: check.entries } : check;
      await recordRead(context, askerOf(request), { area: systemArea, action: "audit-verify", subject: null, after });
      if (check.ok) return request.json({ ok: true, entries: check.entries, broken: null }, 200);
      const { area, seq, fault } = check;
      return request.json({ ok: false, entries: null, broken: { area, seq, fault } }, 200);
    });
}
