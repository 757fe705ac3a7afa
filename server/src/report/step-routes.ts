import { Code } from "@yuanbiao/core/code";
import { ReportId, ReportRequest } from "@yuanbiao/core/report";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { makeRouter } from "../route.ts";
import { askerOf } from "../variables.ts";
import { versionedWriteRoute, writeRoute } from "../write-route.ts";
import { adopt } from "./adopt.ts";
import { accept, acceptSome, answerRequest, approve, request as ask, comment, sendBack, submit } from "./filing.ts";
import { AdoptBody, IndicatorsBody, OptionalRemark, Remark, ReportView, ReturnBody, VerifyBody } from "./shape.ts";
import { verify } from "./verify.ts";
import { viewAfter } from "./view-after.ts";

const tag = "reporting";
const one = { id: ReportId };
const lineAt = { id: ReportId, indicator: Code };

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

/** Handing in, and what the park and the office say to it. */
function reviewRoutes(context: Context) {
  return makeRouter()
    .openapi(submitRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const language = languageOf(request.req.header("accept-language"));
      const opened = await submit(context, askerOf(request), {
        id: report,
        ifMatch,
        language,
        ...request.req.valid("json"),
      });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(approveRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await approve(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(returnRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await sendBack(context, askerOf(request), {
        id: report,
        ifMatch,
        body: request.req.valid("json"),
      });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(acceptRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await accept(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(acceptLinesRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await acceptSome(context, askerOf(request), { id: report, ifMatch, ...request.req.valid("json") });
      return request.json(await viewAfter(context, request, opened), 200);
    });
}

/** What is said beside the figures, and what a park asks for. */
function requestRoutes(context: Context) {
  return makeRouter()
    .openapi(commentRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const opened = await comment(context, askerOf(request), { id: report, ...request.req.valid("json") });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(requestRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await ask(context, askerOf(request), { id: report, ifMatch, body: request.req.valid("json") });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(grantRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const { comment: said } = request.req.valid("json");
      const opened = await answerRequest(context, askerOf(request), {
        id: report,
        ifMatch,
        granted: true,
        comment: said,
      });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(refuseRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const { comment: said } = request.req.valid("json");
      const opened = await answerRequest(context, askerOf(request), {
        id: report,
        ifMatch,
        granted: false,
        comment: said,
      });
      return request.json(await viewAfter(context, request, opened), 200);
    });
}

/** The figure that counts: what a department found, what the office adopts. */
function figureRoutes(context: Context) {
  return makeRouter()
    .openapi(verifyRoute, async (request) => {
      const { id: report, indicator } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const opened = await verify(context, askerOf(request), {
        id: report,
        indicator,
        ifMatch,
        body: request.req.valid("json"),
      });
      return request.json(await viewAfter(context, request, opened), 200);
    })
    .openapi(adoptRoute, async (request) => {
      const { id: report } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const language = languageOf(request.req.header("accept-language"));
      const opened = await adopt(context, askerOf(request), {
        id: report,
        ifMatch,
        body: request.req.valid("json"),
        language,
      });
      return request.json(await viewAfter(context, request, opened), 200);
    });
}

/** The steps after filling: each answers with the report as it then stands. */
export function stepRoutes(context: Context) {
  return makeRouter()
    .route("/", reviewRoutes(context))
    .route("/", requestRoutes(context))
    .route("/", figureRoutes(context));
}
