import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, due, on, paging, publishedBy } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { readerQuery } from "../variables.ts";
import { listProgress } from "./list.ts";
import { ProgressList } from "./shape.ts";

const list = readRoute({
  path: "/api/progress",
  summary: "进度: one row a target, by document and clause",
  tag: "tracking",
  answer: ProgressList,
  query: { area: code, indicator: code, due, city: code, on, asOf, publishedBy, ...paging },
  right: "tracking.read",
  params: {},
});

export function progressRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listProgress(context, language, readerQuery(request, request.req.valid("query"))), 200);
  });
}
