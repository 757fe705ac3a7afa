import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { listDepartmentViews } from "./list.ts";
import { DepartmentList } from "./shape.ts";

const list = readRoute({
  path: "/api/departments",
  summary: "责任单位, by code",
  tag: "reference",
  answer: DepartmentList,
  query: { asOf, city: code, ...paging },
  right: "tracking.read",
  params: {},
});

export function departmentRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const query = request.req.valid("query");
    requireKnown("city", query.city, cities(await context.registries.at(null)));
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listDepartmentViews(context, language, query), 200);
  });
}
