import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { ReportRequest, reportStates } from "@yuanbiao/core/report";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { openReport } from "../reporting.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { uploadRoute, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { adopt } from "./adopt.ts";
import { previewEffect } from "./effect.ts";
import { accept, acceptSome, answerRequest, approve, request as ask, comment, sendBack, submit } from "./filing.ts";
import { saveLines } from "./lines.ts";
import { listReportViews } from "./list.ts";
import { readReport, reportView } from "./read.ts";
import {
  AdoptBody,
  EffectBody,
  EffectView,
  IndicatorsBody,
  LineBlock,
  LineContent,
  OptionalRemark,
  Remark,
  ReportList,
  ReportView,
  ReturnBody,
  Uploaded,
  UploadForm,
  VerifyBody,
} from "./shape.ts";
import { uploadTemplate } from "./upload.ts";
import { verify } from "./verify.ts";
import { downloadTemplate } from "./workbook.ts";

const tag = "reporting";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const mostUploadBytes = 21 * 1024 * 1024;
const id = z.string().regex(/^[A-Za-z0-9.-]{3,100}$/, "malformed-code");
const one = { id };
const lineAt = { id, indicator: Code };

const list = readRoute({
  path: "/api/reports",
  summary: "报表 that the asker may see, by round and area",
  tag,
  right: "report.read",
  answer: ReportList,
  query: { round: code, area: code, state: z.enum(reportStates).optional(), asOf, ...paging },
  params: {},
});
const read = readRoute({
  path: "/api/reports/{id}",
  summary: "one 报表 with lines, findings, thread and evidence",
  tag,
  right: "report.read",
  answer: ReportView,
  query: {},
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

const step = { tag, answer: ReportView, params: one, method: "post" } as const;
const submitRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/submit",
  summary: "提交 hand a report in",
  right: "report.submit",
  body: OptionalRemark,
});
const approveRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/approve",
  summary: "审核通过 the park sends its report to the office",
  right: "report.approve",
  body: OptionalRemark,
});
const returnRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/return",
  summary: "退回 all of a report or lines of it, with reasons",
  right: "report.return",
  body: ReturnBody,
});
const acceptRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/accept",
  summary: "接收 the office takes a report over; its lines become reported figures",
  right: "report.accept",
  body: OptionalRemark,
});
const acceptLinesRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/accept-lines",
  summary: "逐项通过 clean lines are taken over in one go",
  right: "report.accept",
  body: IndicatorsBody,
});
const commentRoute = writeRoute({
  ...step,
  path: "/api/reports/{id}/comments",
  summary: "a remark in the thread",
  right: "report.comment",
  body: Remark,
});
const requestRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/request",
  summary: "申请延期、补报、更正",
  right: "report.request",
  body: ReportRequest,
});
const grantRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/grant",
  summary: "grant what the park asked",
  right: "report.grant",
  body: OptionalRemark,
});
const refuseRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/refuse",
  summary: "do not grant what the park asked, with a reason",
  right: "report.grant",
  body: Remark,
});
const verifyRoute = versionedWriteRoute({
  method: "put",
  path: "/api/reports/{id}/lines/{indicator}/verification",
  summary: "核定 the department's own figure; If-Match is the verification's version, 0 where there is none",
  tag,
  right: "line.verify",
  body: VerifyBody,
  answer: ReportView,
  params: lineAt,
});
const adoptRoute = versionedWriteRoute({
  ...step,
  path: "/api/reports/{id}/adopt",
  summary: "采用 the reported or verified figure becomes the one that counts",
  right: "line.adopt",
  body: AdoptBody,
});

/** Reports: reading, filling, and every step of their way. */
export function reportRoutes(context: Context) {
  return reviewRoutes(context)
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listReportViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(read, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id: report } = request.req.valid("param");
      return request.json(await readReport(context, askerOf(request), { id: report, language }), 200);
    })
    .openapi(saveLine, async (request) => {
      const { id: report, indicator } = request.req.valid("param");
      const content = request.req.valid("json");
      const version = request.req.valid("header")["if-match"];
      await saveLines(context, askerOf(request), { id: report, edits: [{ indicator, content, version }] });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(saveBlock, async (request) => {
      const { id: report } = request.req.valid("param");
      const edits = request.req.valid("json").lines.map(({ indicator, version, ...content }) => ({
        ...{ indicator, version, content },
      }));
      await saveLines(context, askerOf(request), { id: report, edits });
      return request.json(await viewOf(context, request, report), 200);
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
    .openapi(upload, async (request) => {
      const { id: report } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const { file } = request.req.valid("form");
      const stored = await uploadTemplate(context, askerOf(request), { id: report, file, language });
      return request.json({ stored, report: await viewOf(context, request, report) }, 200);
    })
    .openapi(effect, async (request) => {
      const { id: report } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const body = request.req.valid("json");
      return request.json(await previewEffect(context, askerOf(request), { id: report, body, language }), 200);
    });
}

/** The report as it stands after a step, as the asker sees it. */
async function viewOf(context: Context, request: Parameters<typeof askerOf>[0], report: string): Promise<ReportView> {
  const asker = askerOf(request);
  const opened = await openReport(context, asker, report);
  return reportView(context, asker, { opened, language: languageOf(request.req.header("accept-language")) });
}

/** The steps after filling: each answers with the report as it then stands. */
function reviewRoutes(context: Context) {
  return makeRouter()
    .openapi(submitRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const language = languageOf(request.req.header("accept-language"));
      await submit(context, askerOf(request), { id: report, ifMatch, language, ...request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(approveRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await approve(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(returnRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await sendBack(context, askerOf(request), { id: report, ifMatch, body: request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(acceptRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await accept(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(acceptLinesRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await acceptSome(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(commentRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      await comment(context, askerOf(request), { id: report, ...request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(requestRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await ask(context, askerOf(request), { id: report, ifMatch, body: request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(grantRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const { comment: said } = request.req.valid("json");
      await answerRequest(context, askerOf(request), { id: report, ifMatch, granted: true, comment: said });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(refuseRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const { comment: said } = request.req.valid("json");
      await answerRequest(context, askerOf(request), { id: report, ifMatch, granted: false, comment: said });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(verifyRoute, async (request) => {
      const { id: report, indicator } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await verify(context, askerOf(request), { id: report, indicator, ifMatch, body: request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    })
    .openapi(adoptRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await adopt(context, askerOf(request), { id: report, ifMatch, body: request.req.valid("json") });
      return request.json(await viewOf(context, request, report), 200);
    });
}
