import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { versionedWriteRoute } from "../write-route.ts";
import { listEntries } from "./entries.ts";
import { listPanelViews, panelsOf } from "./read.ts";
import { EntryBody, EntryList, PanelBody, PanelList, ScoreBody } from "./shape.ts";
import { givePanelScore, writeEntry, writePanel } from "./write.ts";

const tag = "assessment";
const key = { assessment: Code, criterion: Code };

const list = readRoute({
  path: "/api/panels",
  summary: "专家评审: the panels that the office runs",
  ...{ tag, right: "panel.manage", answer: PanelList, query: paging, params: {} },
});
const mine = readRoute({
  path: "/api/panels/mine",
  summary: "the criteria that an expert is asked to judge, with its own scores alone",
  ...{ tag, right: "panel.score", answer: PanelList, query: paging, params: {} },
});
const write = versionedWriteRoute({
  method: "put",
  path: "/api/panels/{assessment}/{criterion}",
  summary: "who judges a criterion, and whether scores are taken",
  ...{ tag, right: "panel.manage", body: PanelBody, answer: PanelList, params: key },
});
const give = versionedWriteRoute({
  method: "put",
  path: "/api/panels/{assessment}/{criterion}/scores/{area}",
  summary: "an expert's own score of an area, blind to those of others",
  ...{ tag, right: "panel.score", body: ScoreBody, answer: PanelList, params: { ...key, area: Code } },
});
const entries = readRoute({
  path: "/api/evaluations/{assessment}/entries",
  summary: "考核记录: what the office counted, and how far milestones are",
  ...{ tag, right: "evaluation.survey", answer: EntryList, query: { asOf, ...paging }, params: { assessment: Code } },
});
const enter = versionedWriteRoute({
  method: "put",
  path: "/api/evaluations/{assessment}/entries/{area}/{code}",
  summary: "how often something happened at an area, or how far a milestone is",
  ...{ tag, right: "evaluation.manage", body: EntryBody, answer: EntryList },
  params: { assessment: Code, area: Code, code: Code },
});

const whole = { limit: 1000 };

export function panelRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listPanelViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(mine, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listPanelViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(write, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { assessment, criterion } = request.req.valid("param");
      const asker = askerOf(request);
      const ifMatch = request.req.valid("header")["if-match"];
      await writePanel(context, asker, { assessment, criterion, ifMatch, body: request.req.valid("json") });
      return request.json({ items: await panelsOf(context, asker, { assessment, language }), nextCursor: null }, 200);
    })
    .openapi(give, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const place = request.req.valid("param");
      const asker = askerOf(request);
      const ifMatch = request.req.valid("header")["if-match"];
      await givePanelScore(context, asker, { ...place, ifMatch, body: request.req.valid("json") });
      const items = await panelsOf(context, asker, { assessment: place.assessment, language });
      return request.json({ items, nextCursor: null }, 200);
    })
    .openapi(entries, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { assessment } = request.req.valid("param");
      const query = request.req.valid("query");
      return request.json(await listEntries(context, askerOf(request), { assessment, language, query }), 200);
    })
    .openapi(enter, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const place = request.req.valid("param");
      const asker = askerOf(request);
      const ifMatch = request.req.valid("header")["if-match"];
      await writeEntry(context, asker, { ...place, ifMatch, body: request.req.valid("json") });
      const { assessment } = place;
      return request.json(await listEntries(context, asker, { assessment, language, query: whole }), 200);
    });
}
