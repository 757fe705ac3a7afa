import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { listIndicatorViews } from "./list.ts";
import { IndicatorList } from "./shape.ts";

const list = readRoute({
  path: "/api/indicators",
  summary: "指标, by code",
  tag: "reference",
  answer: IndicatorList,
  query: { asOf, ...paging },
  right: "tracking.read",
  params: {},
});

export function indicatorRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listIndicatorViews(context, language, request.req.valid("query")), 200);
  });
}
