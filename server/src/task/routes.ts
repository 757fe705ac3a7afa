import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { wordHeaders, wordType } from "../paper/file.ts";
import { asOf, code, paging } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute, requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { askerOf, readerQuery } from "../variables.ts";
import { listTaskViews } from "./list.ts";
import { ReplyBy, TaskList } from "./shape.ts";
import { supervisionPaper } from "./supervision.ts";

const list = readRoute({
  path: "/api/tasks",
  summary: "重点任务, by document and clause",
  tag: "reference",
  answer: TaskList,
  query: { asOf, city: code, area: code, department: code, ...paging },
  right: "tracking.read",
  params: {},
});

const supervision = fileRoute({
  path: "/api/tasks/supervision.docx",
  summary: "督办单 to a unit as Word: its overdue tasks, and the targets it answers for that are overdue or behind",
  tag: "reporting",
  query: { city: code, department: Code, replyBy: ReplyBy },
  right: "letter.send",
  params: {},
  types: [wordType],
});

export function taskRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const query = request.req.valid("query");
      const known = await context.registries.at(null);
      requireKnown("city", query.city, cities(known));
      requireKnown("area", query.area, known.areas);
      requireKnown("department", query.department, known.departments);
      const language = languageOf(request.req.header("accept-language"));
      return request.json(await listTaskViews(context, language, query), 200);
    })
    .openapi(supervision, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = readerQuery(request, request.req.valid("query"));
      const { bytes, name } = await supervisionPaper(context, askerOf(request), { language, query });
      return request.body(new Uint8Array(bytes), 200, wordHeaders(name));
    });
}
