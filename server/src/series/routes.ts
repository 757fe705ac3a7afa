import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { keptAnswer } from "../kept-answer.ts";
import { languageOf } from "../language.ts";
import { asOf, code, on, publishedBy } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { readerQuery } from "../variables.ts";
import { readSeries } from "./read.ts";
import { SeriesView } from "./shape.ts";

const read = readRoute({
  path: "/api/series",
  summary: "what a trend chart draws: figures by caliber, targets, paths, forecast",
  tag: "tracking",
  answer: SeriesView,
  query: { area: Code, indicator: Code, caliber: code, on, asOf, publishedBy },
  right: "tracking.read",
  params: {},
});

export function seriesRoutes(context: Context) {
  return makeRouter().openapi(read, async (request) => {
    const query = readerQuery(request, request.req.valid("query"));
    requireKnown("caliber", query.caliber, (await context.registries.at(null)).calibers);
    return keptAnswer(request, await readSeries(context, languageOf(request.req.header("accept-language")), query));
  });
}
