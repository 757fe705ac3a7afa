import type { Context } from "../context.ts";
import { keptList } from "../kept-answer.ts";
import { languageOf } from "../language.ts";
import { wordHeaders, wordType } from "../paper/file.ts";
import { asOf, code, due, on, paging, publishedBy } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { askerOf, readerQuery } from "../variables.ts";
import { dispatchPaper } from "./dispatch.ts";
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

const dispatch = fileRoute({
  path: "/api/progress/dispatch.docx",
  summary: "调度表 as Word: one row a target, and what is owed by whom",
  tag: "tracking",
  query: { area: code, city: code, on, asOf, publishedBy },
  right: "tracking.read",
  params: {},
  types: [wordType],
});

export function progressRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { items, ...rest } = await listProgress(
        context,
        language,
        readerQuery(request, request.req.valid("query")),
      );
      return keptList(request, items, rest);
    })
    .openapi(dispatch, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = readerQuery(request, request.req.valid("query"));
      const { bytes, name } = await dispatchPaper(context, askerOf(request), { language, query });
      return request.body(new Uint8Array(bytes), 200, wordHeaders(name));
    });
}
