import type { Check } from "@yuanbiao/core/check";
import { Code } from "@yuanbiao/core/code";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listChecks } from "@yuanbiao/db/queries/check";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { pageOf } from "../page.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { versionedWriteRoute, writeRoute } from "../write-route.ts";
import { CheckBody, CheckContent, CheckList, CheckView, TryOutBody, TryOutView } from "./shape.ts";
import { tryCheck } from "./try-out.ts";
import { writeCheck } from "./write.ts";

const tag = "reporting";

const list = readRoute({
  path: "/api/checks",
  summary: "审核公式, by code",
  tag,
  right: "check.read",
  answer: CheckList,
  query: { asOf, ...paging },
  params: {},
});
const make = writeRoute({
  method: "post",
  path: "/api/checks",
  summary: "make an 审核公式",
  tag,
  right: "check.manage",
  body: CheckBody,
  answer: CheckView,
  params: {},
});
const edit = versionedWriteRoute({
  method: "put",
  path: "/api/checks/{code}",
  summary: "change an 审核公式",
  tag,
  right: "check.manage",
  body: CheckContent,
  answer: CheckView,
  params: { code: Code },
});
const attempt = writeRoute({
  method: "post",
  path: "/api/checks/try-out",
  summary: "试算 what an 审核公式 would have done to past figures; stores nothing",
  tag,
  right: "check.manage",
  body: TryOutBody,
  answer: TryOutView,
  params: {},
});

function viewOf(check: Versioned<Check>): CheckView {
  const { code, name, nameEn, severity, indicators, rule, active, note, noteEn, version, recordedAt } = check;
  return {
    ...{ code, name, nameEn, severity, indicators, rule, active, note, noteEn, version, recordedAt },
  };
}

export function checkRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const { asOf: instant = null, ...paged } = request.req.valid("query");
      const page = pageOf(await listChecks(context.store, { asOf: instant }), ({ code }) => code, paged);
      return request.json({ items: page.items.map(viewOf), nextCursor: page.nextCursor }, 200);
    })
    .openapi(make, async (request) => {
      const check = request.req.valid("json");
      return request.json(viewOf(await writeCheck(context, askerOf(request), { check, ifMatch: null })), 200);
    })
    .openapi(edit, async (request) => {
      const check = { ...request.req.valid("json"), ...request.req.valid("param") };
      const ifMatch = request.req.valid("header")["if-match"];
      return request.json(viewOf(await writeCheck(context, askerOf(request), { check, ifMatch })), 200);
    })
    .openapi(attempt, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      return request.json(await tryCheck(context, request.req.valid("json"), language), 200);
    });
}
