import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { asOf, code, paging } from "../parameters.ts";
import { readRoute } from "../route.ts";
import { noBody, versionedWriteRoute, writeRoute } from "../write-route.ts";
import {
  AnalysisView,
  AnnouncementView,
  DifferencesView,
  LinesView,
  ResultsView,
  StandingView,
  WhatIfBody,
  WhatIfView,
} from "./result-shape.ts";
import {
  EvaluationBody,
  EvaluationContent,
  EvaluationList,
  EvaluationView,
  NoticeBody,
  ReplaceBody,
  SignBody,
  StageBody,
  StatementBody,
} from "./shape.ts";

const tag = "assessment";
const params = { id: Code };
const right = "evaluation.read";
/** By how much weights are moved, up and down, in percent. */
const spread = z
  .string()
  .regex(/^[1-9]\d?$/, "spread-out-of-range")
  .default("10")
  .transform((percent) => Number(percent) / 100)
  .openapi({ type: "integer", minimum: 1, maximum: 99, default: 10 });

export const list = readRoute({
  path: "/api/evaluations",
  summary: "考核: assessments, the latest year first",
  ...{ tag, right, answer: EvaluationList, params: {} },
  query: { city: code, scheme: code, asOf, ...paging },
});
export const one = readRoute({
  path: "/api/evaluations/{id}",
  summary: "an assessment: its stage, what was done, what comes next",
  ...{ tag, right, answer: EvaluationView, params },
  query: { asOf },
});
export const results = readRoute({
  path: "/api/evaluations/{id}/results",
  summary: "the ranking as far as the asker may see it; of a refused run every reason",
  ...{ tag, right, answer: ResultsView, params },
  query: { asOf, ...paging },
});
export const lines = readRoute({
  path: "/api/evaluations/{id}/lines",
  summary: "得分明细: score lines with inputs, sources, rule, arithmetic and rounding",
  ...{ tag, right, answer: LinesView, params },
  query: { area: code, criterion: code, asOf, ...paging },
});
export const standing = readRoute({
  path: "/api/evaluations/{id}/areas/{area}",
  summary: "得分说明: what an area got and why, and what it takes to gain a place or a grade",
  ...{ tag, right, answer: StandingView, params: { id: Code, area: Code } },
  query: { asOf },
});
export const comparison = readRoute({
  path: "/api/evaluations/{id}/comparison",
  summary: "what changed from another run of the same assessment to this one",
  ...{ tag, right, answer: DifferencesView, params },
  query: { with: Code },
});
export const revisions = readRoute({
  path: "/api/evaluations/{id}/revisions",
  summary: "已采用数据发生修订: what the sealed run would give on the figures as they stand now",
  ...{ tag, right, answer: DifferencesView, params },
  query: {},
});
export const analysis = readRoute({
  path: "/api/evaluations/{id}/analysis",
  summary: "how totals lie, how firm places are against the weights, which criteria part nobody",
  ...{ tag, right: "evaluation.survey", answer: AnalysisView, params },
  query: { asOf, spread },
});

export const announcement = readRoute({
  path: "/api/announcements/{id}",
  summary: "what of an announced result its scheme makes public; needs no sign-in",
  ...{ tag, right: "everybody", answer: AnnouncementView, params, query: {} },
});

const manage = { tag, right: "evaluation.manage", answer: EvaluationView } as const;
export const make = writeRoute({
  method: "post",
  path: "/api/evaluations",
  summary: "begin an assessment of a year at 自评",
  ...{ ...manage, body: EvaluationBody, params: {} },
});
export const edit = versionedWriteRoute({
  method: "put",
  path: "/api/evaluations/{id}",
  summary: "change whom an assessment is of, or by which scheme, before it is sealed",
  ...{ ...manage, body: EvaluationContent, params },
});
export const stage = versionedWriteRoute({
  method: "post",
  path: "/api/evaluations/{id}/stage",
  summary: "take an assessment to another stage",
  ...{ ...manage, body: StageBody, params },
});
export const seal = versionedWriteRoute({
  method: "post",
  path: "/api/evaluations/{id}/seal",
  summary: "seal a run; refused with every reason at once",
  ...{ ...manage, body: noBody, params, isLong: true },
});
export const publish = versionedWriteRoute({
  method: "post",
  path: "/api/evaluations/{id}/publish",
  summary: "公示: show a sealed run as far as its scheme says, with the last day for objections",
  ...{ ...manage, body: NoticeBody, params },
});
export const replace = versionedWriteRoute({
  method: "post",
  path: "/api/evaluations/{id}/replacement",
  summary: "a new run for one whose numbers changed after 公示",
  ...{ ...manage, body: ReplaceBody, params },
});
export const state = writeRoute({
  method: "post",
  path: "/api/evaluations/{id}/statements",
  summary: "自评 and 反馈核对 by a park",
  ...{ tag, right: "evaluation.file", answer: EvaluationView, body: StatementBody, params },
});
export const sign = writeRoute({
  method: "post",
  path: "/api/evaluations/{id}/sign-off",
  summary: "部门核定 by a department",
  ...{ tag, right: "evaluation.sign", answer: EvaluationView, body: SignBody, params },
});
export const whatIf = writeRoute({
  method: "post",
  path: "/api/evaluations/{id}/what-if",
  summary: "情景测算: what would differ if figures, targets, counts or weights were others; stores nothing",
  ...{ tag, right: "evaluation.survey", answer: WhatIfView, body: WhatIfBody, params },
});
