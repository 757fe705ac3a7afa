import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { listAreaViews } from "./list.ts";
import { AreaList } from "./shape.ts";

const list = readRoute({
  path: "/api/areas",
  summary: "区域/园区, by code",
  tag: "reference",
  answer: AreaList,
  query: { asOf, city: code, ...paging },
  params: {},
});

export function areaRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const query = request.req.valid("query");
    requireKnown("city", query.city, (await context.registries.at(null)).areas);
    return request.json(await listAreaViews(context, languageOf(request.req.header("accept-language")), query), 200);
  });
}
