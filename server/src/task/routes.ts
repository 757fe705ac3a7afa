import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute, requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { listTaskViews } from "./list.ts";
import { TaskList } from "./shape.ts";

const list = readRoute({
  path: "/api/tasks",
  summary: "重点任务, by document and clause",
  tag: "reference",
  answer: TaskList,
  query: { asOf, city: code, area: code, department: code, ...paging },
  right: "tracking.read",
  params: {},
});

export function taskRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const query = request.req.valid("query");
    const known = await context.registries.at(null);
    requireKnown("city", query.city, cities(known));
    requireKnown("area", query.area, known.areas);
    requireKnown("department", query.department, known.departments);
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listTaskViews(context, language, query), 200);
  });
}
