import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { getObjectionView, listObjectionViews } from "./read.ts";
import { ObjectionBody, ObjectionList, ObjectionView, ReplyBody } from "./shape.ts";
import { makeObjection, replyTo, withdraw } from "./write.ts";

const tag = "assessment";
const params = { id: Code };

const list = readRoute({
  path: "/api/objections",
  summary: "异议: a park's own, or all of them for who scores and who leads",
  ...{ tag, right: "evaluation.read", answer: ObjectionList, params: {} },
  query: { evaluation: code, area: code, asOf, ...paging },
});
const make = writeRoute({
  method: "post",
  path: "/api/objections",
  summary: "object to one published score line of one's own",
  ...{ tag, right: "objection.make", body: ObjectionBody, answer: ObjectionView, params: {} },
});
const reply = versionedWriteRoute({
  method: "post",
  path: "/api/objections/{id}/reply",
  summary: "答复: facts, basis, conclusion",
  ...{ tag, right: "objection.answer", body: ReplyBody, answer: ObjectionView, params },
});
const takeBack = versionedWriteRoute({
  method: "post",
  path: "/api/objections/{id}/withdraw",
  summary: "take an objection back",
  ...{ tag, right: "objection.make", body: noBody, answer: ObjectionView, params },
});

export function objectionRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listObjectionViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(make, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const asker = askerOf(request);
      const id = await makeObjection(context, asker, request.req.valid("json"));
      return request.json(await getObjectionView(context, asker, { id, language }), 200);
    })
    .openapi(reply, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const asker = askerOf(request);
      const ifMatch = request.req.valid("header")["if-match"];
      await replyTo(context, asker, { id, ifMatch, reply: request.req.valid("json") });
      return request.json(await getObjectionView(context, asker, { id, language }), 200);
    })
    .openapi(takeBack, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const asker = askerOf(request);
      await withdraw(context, asker, { id, ifMatch: request.req.valid("header")["if-match"] });
      return request.json(await getObjectionView(context, asker, { id, language }), 200);
    });
}
