import { z } from "@hono/zod-openapi";
import { documentKinds } from "@yuanbiao/core/document";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { listDocumentViews } from "./list.ts";
import { DocumentList } from "./shape.ts";

const list = readRoute({
  path: "/api/documents",
  summary: "政策文件与来源, policy documents first, then by code",
  tag: "reference",
  answer: DocumentList,
  query: { asOf, kind: z.enum(documentKinds).optional(), ...paging },
  params: {},
});

export function documentRoutes(context: Context) {
  return makeRouter().openapi(list, async (request) => {
    const language = languageOf(request.req.header("accept-language"));
    return request.json(await listDocumentViews(context, language, request.req.valid("query")), 200);
  });
}
