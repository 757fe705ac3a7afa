import { z } from "@hono/zod-openapi";
import { documentKinds } from "@yuanbiao/core/document";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { writeRoute } from "../write-route.ts";
import { listDocumentViews } from "./list.ts";
import { DocumentAdded, DocumentBody, DocumentList } from "./shape.ts";
import { addDocument } from "./write.ts";

const list = readRoute({
  path: "/api/documents",
  summary: "政策文件与来源, policy documents first, then by code",
  tag: "reference",
  answer: DocumentList,
  query: { asOf, kind: z.enum(documentKinds).optional(), ...paging },
  right: "tracking.read",
  params: {},
});

const add = writeRoute({
  method: "post",
  path: "/api/documents",
  summary: "register a document that plans, confirmations and judgements cite",
  tag: "reference",
  right: "target.manage",
  body: DocumentBody,
  answer: DocumentAdded,
  params: {},
});

export function documentRoutes(context: Context) {
  return makeRouter()
    .openapi(add, async (request) => {
      const document = request.req.valid("json");
      await addDocument(context, askerOf(request), document);
      return request.json({ code: document.code, name: document.name }, 200);
    })
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listDocumentViews(context, askerOf(request), { query, language }), 200);
    });
}
