import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { getAreaView, listAreaViews } from "./list.ts";
import { AreaList, AreaView } from "./shape.ts";

const list = readRoute({
  path: "/api/areas",
  summary: "区域/园区, by code",
  tag: "reference",
  answer: AreaList,
  query: { asOf, city: code, ...paging },
  right: "tracking.read",
  params: {},
});

const one = readRoute({
  path: "/api/areas/{code}",
  summary: "one 区域/园区",
  tag: "reference",
  answer: AreaView,
  query: { asOf },
  right: "tracking.read",
  params: { code: Code },
});

export function areaRoutes(context: Context) {
  return makeRouter()
    .openapi(one, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = { ...request.req.valid("query"), ...request.req.valid("param") };
      return request.json(await getAreaView(context, language, query), 200);
    })
    .openapi(list, async (request) => {
      const query = request.req.valid("query");
      requireKnown("city", query.city, cities(await context.registries.at(null)));
      return request.json(await listAreaViews(context, languageOf(request.req.header("accept-language")), query), 200);
    });
}
