import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { keptAnswer } from "../kept-answer.ts";
import { languageOf } from "../language.ts";
import { wordHeaders, wordType } from "../paper/file.ts";
import { asOf, code, due, on, paging } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { readerQuery } from "../variables.ts";
import { getTargetView, listTargetViews } from "./list.ts";
import { pledgePaper } from "./pledge.ts";
import { PledgeYear, TargetList, TargetView } from "./shape.ts";

const list = readRoute({
  path: "/api/targets",
  summary: "目标, by document and clause",
  tag: "tracking",
  answer: TargetList,
  query: { area: code, indicator: code, due, city: code, on, asOf, ...paging },
  right: "tracking.read",
  params: {},
});

const pledge = fileRoute({
  path: "/api/targets/pledge.docx",
  summary: "目标责任书 of an area as Word: its targets by year, each with its basis",
  tag: "tracking",
  query: { area: Code, from: PledgeYear.optional(), to: PledgeYear.optional(), asOf },
  right: "tracking.read",
  params: {},
  types: [wordType],
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
  return (
    makeRouter()
      .openapi(list, async (request) => {
        const language = languageOf(request.req.header("accept-language"));
        const query = readerQuery(request, request.req.valid("query"));
        return keptAnswer(request, await listTargetViews(context, language, query));
      })
      // Before the route of one target: that would take the name of the file for an id.
      .openapi(pledge, async (request) => {
        const language = languageOf(request.req.header("accept-language"));
        const { bytes, name } = await pledgePaper(context, language, request.req.valid("query"));
        return request.body(new Uint8Array(bytes), 200, wordHeaders(name));
      })
      .openapi(one, async (request) => {
        const language = languageOf(request.req.header("accept-language"));
        const query = readerQuery(request, { ...request.req.valid("query"), ...request.req.valid("param") });
        return request.json(await getTargetView(context, language, query), 200);
      })
  );
}
