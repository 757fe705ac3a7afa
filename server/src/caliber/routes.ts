import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { listCaliberViews } from "./list.ts";
import { CaliberList } from "./shape.ts";

const list = readRoute({
  path: "/api/calibers",
  summary: "口径, by code",
  tag: "reference",
  answer: CaliberList,
  query: { asOf, ...paging },
  right: "tracking.read",
  params: {},
});

export function caliberRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listCaliberViews(context, language, request.req.valid("query")), 200);
  });
}
