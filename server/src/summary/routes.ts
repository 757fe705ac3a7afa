import type { Context } from "../context.ts";
import { keptAnswer } from "../kept-answer.ts";
import { languageOf } from "../language.ts";
import { asOf, code, on, publishedBy, since } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { readerQuery } from "../variables.ts";
import { readSummary } from "./read.ts";
import { SummaryView } from "./shape.ts";

const read = readRoute({
  path: "/api/summary",
  summary: "总览: what the leaders' page draws",
  tag: "tracking",
  answer: SummaryView,
  query: { on, asOf, publishedBy, since, city: code },
  right: "tracking.read",
  params: {},
});

export function summaryRoutes(context: Context) {
  return makeRouter().openapi(read, async (request) => {
    const language = languageOf(request.req.header("accept-language"));
    return keptAnswer(request, await readSummary(context, language, readerQuery(request, request.req.valid("query"))));
  });
}
