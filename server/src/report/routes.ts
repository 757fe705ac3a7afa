import { z } from "@hono/zod-openapi";
import { turns } from "@yuanbiao/core/adoption";
import { Code } from "@yuanbiao/core/code";
import { ReportId, reportStates } from "@yuanbiao/core/report";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { wordHeaders, wordType } from "../paper/file.ts";
import { asOf, code, paging } from "../parameters.ts";
import { fileRoute, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { uploadRoute, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { previewEffect } from "./effect.ts";
import { saveLines } from "./lines.ts";
import { listReportViews } from "./list.ts";
import { readReport } from "./read.ts";
import {
  EffectBody,
  EffectView,
  LineBlock,
  LineContent,
  ReportList,
  ReportView,
  Uploaded,
  UploadForm,
} from "./shape.ts";
import { stepRoutes } from "./step-routes.ts";
import { uploadTemplate } from "./upload.ts";
import { verificationPaper } from "./verification-paper.ts";
import { viewAfter } from "./view-after.ts";
import { downloadTemplate } from "./workbook.ts";

const tag = "reporting";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const mostUploadBytes = 21 * 1024 * 1024;
const one = { id: ReportId };
const lineAt = { id: ReportId, indicator: Code };

const waiting = {
  turn: z.enum(turns).optional().openapi({ description: "whose turn it is; rounds that are archived are left out" }),
  asking: z.enum(["true"]).optional().openapi({ description: "those alone with a request that is not answered" }),
};

const list = readRoute({
  path: "/api/reports",
  summary: "报表 that the asker may see, by round and area",
  tag,
  right: "report.read",
  answer: ReportList,
  query: { round: code, area: code, state: z.enum(reportStates).optional(), ...waiting, asOf, ...paging },
  params: {},
});
const read = readRoute({
  path: "/api/reports/{id}",
  summary: "one 报表 with lines, findings, thread and evidence",
  tag,
  right: "report.read",
  answer: ReportView,
  query: { asOf },
  params: one,
});
const saveLine = versionedWriteRoute({
  method: "put",
  path: "/api/reports/{id}/lines/{indicator}",
  summary: "write one 填报项; If-Match is the line's version, 0 for a line never written",
  tag,
  right: "report.edit",
  body: LineContent,
  answer: ReportView,
  params: lineAt,
});
const saveBlock = writeRoute({
  method: "patch",
  path: "/api/reports/{id}/lines",
  summary: "write several 填报项, all or none, each with the version that was seen",
  tag,
  right: "report.edit",
  body: LineBlock,
  answer: ReportView,
  params: one,
});
const effect = writeRoute({
  method: "post",
  path: "/api/reports/{id}/effect",
  summary: "what a figure would do to its targets, and which checks would ask; stores nothing",
  tag,
  right: "report.edit",
  body: EffectBody,
  answer: EffectView,
  params: one,
});

const template = fileRoute({
  path: "/api/reports/{id}/template.xlsx",
  summary: "报表模板 the report as an Excel form, with what is known filled in",
  tag,
  right: "report.read",
  query: {},
  params: one,
  types: [excel],
});
const verification = fileRoute({
  path: "/api/reports/{id}/verification.docx",
  summary: "核定表 as Word: reported, verified and adopted side by side, as far as the asker may see them",
  tag,
  right: "report.read",
  query: { asOf },
  params: one,
  types: [wordType],
});
const upload = uploadRoute({
  path: "/api/reports/{id}/upload",
  summary: "上传 a filled form: all of it is stored, or nothing with every finding at its cell",
  tag,
  right: "report.edit",
  form: UploadForm,
  answer: Uploaded,
  query: {},
  params: one,
  mostBytes: mostUploadBytes,
});

/** Reports: reading, filling, and every step of their way. */
export function reportRoutes(context: Context) {
  return stepRoutes(context)
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listReportViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(read, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const question = { ...request.req.valid("param"), ...request.req.valid("query"), language };
      return request.json(await readReport(context, askerOf(request), question), 200);
    })
    .openapi(saveLine, async (request) => {
      const { id: report, indicator } = request.req.valid("param");
      const content = request.req.valid("json");
      const version = request.req.valid("header")["if-match"];
      const opened = await saveLines(context, askerOf(request), {
        id: report,
        edits: [{ indicator, content, version }],
      });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(saveBlock, async (request) => {
      const { id: report } = request.req.valid("param");
      const edits = request.req.valid("json").lines.map(({ indicator, version, ...content }) => ({
        ...{ indicator, version, content },
      }));
      const opened = await saveLines(context, askerOf(request), { id: report, edits });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(template, async (request) => {
      const { id: report } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const bytes = await downloadTemplate(context, askerOf(request), { id: report, language });
      return request.body(new Uint8Array(bytes), 200, {
        "content-type": excel,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(report)}.xlsx`,
        "cache-control": "private, no-store",
      });
    })
    .openapi(verification, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const question = { ...request.req.valid("param"), ...request.req.valid("query"), language };
      const { bytes, name } = await verificationPaper(context, askerOf(request), question);
      return request.body(new Uint8Array(bytes), 200, wordHeaders(name));
    })
    .openapi(upload, async (request) => {
      const { id: report } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const { file } = request.req.valid("form");
      const { stored, opened } = await uploadTemplate(context, askerOf(request), { id: report, file, language });
      return request.json({ stored, report: await viewAfter(context, request, opened) }, 200);
    })
    .openapi(effect, async (request) => {
      const { id: report } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const body = request.req.valid("json");
      return request.json(await previewEffect(context, askerOf(request), { id: report, body, language }), 200);
    });
}
