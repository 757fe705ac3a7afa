import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { roles } from "@yuanbiao/core/observation";
import type { Context } from "../context.ts";
import { keptAnswer } from "../kept-answer.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging, period, publishedBy } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf, readerQuery } from "../variables.ts";
import { versionedWriteRoute } from "../write-route.ts";
import { listObservationViews } from "./list.ts";
import { reviseObservation } from "./revise.ts";
import { ObservationList, ObservationVersions, RevisionBody } from "./shape.ts";
import { listVersions } from "./versions.ts";

const list = readRoute({
  path: "/api/observations",
  summary: "指标值, by area, indicator and end of the period",
  tag: "tracking",
  answer: ObservationList,
  query: {
    area: code,
    indicator: code,
    caliber: code,
    period,
    role: z.enum(roles).optional(),
    city: code,
    asOf,
    publishedBy,
    ...paging,
  },
  right: "tracking.read",
  params: {},
});

const versions = readRoute({
  path: "/api/observations/{id}/versions",
  summary: "every version of one 指标值, newest first",
  tag: "tracking",
  answer: ObservationVersions,
  query: { asOf },
  right: "tracking.read",
  params: { id: Code },
});

const revise = versionedWriteRoute({
  method: "post",
  path: "/api/observations/{id}/revision",
  summary: "更正 an adopted figure: a new version with its reason",
  tag: "tracking",
  right: "line.adopt",
  body: RevisionBody,
  answer: ObservationVersions,
  params: { id: Code },
});

export function observationRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = readerQuery(request, request.req.valid("query"));
      return keptAnswer(request, await listObservationViews(context, language, query));
    })
    .openapi(versions, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = readerQuery(request, { ...request.req.valid("query"), ...request.req.valid("param") });
      return request.json(await listVersions(context, language, query), 200);
    })
    .openapi(revise, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await reviseObservation(context, askerOf(request), { id, ifMatch, ...request.req.valid("json") });
      return request.json(await listVersions(context, language, readerQuery(request, { id })), 200);
    });
}
