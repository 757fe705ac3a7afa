import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, due, on, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { readerQuery } from "../variables.ts";
import { getTargetView, listTargetViews } from "./list.ts";
import { TargetList, TargetView } from "./shape.ts";

const list = readRoute({
  path: "/api/targets",
  summary: "目标, by document and clause",
  tag: "tracking",
  answer: TargetList,
  query: { area: code, indicator: code, due, city: code, on, asOf, ...paging },
  right: "tracking.read",
  params: {},
});

const one = readRoute({
  path: "/api/targets/{id}",
  summary: "one 目标",
  tag: "tracking",
  answer: TargetView,
  query: { on, asOf },
  right: "tracking.read",
  params: { id: Code },
});

export function targetRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      return request.json(
        await listTargetViews(context, language, readerQuery(request, request.req.valid("query"))),
        200,
      );
    })
    .openapi(one, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = readerQuery(request, { ...request.req.valid("query"), ...request.req.valid("param") });
      return request.json(await getTargetView(context, language, query), 200);
    });
}
