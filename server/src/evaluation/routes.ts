import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { makeRouter } from "../route.ts";
import { askerOf } from "../variables.ts";
import { analyseRun } from "./analysis.ts";
import { announcedRun } from "./announcement.ts";
import * as declared from "./declared.ts";
import { compareRuns, reviseRun } from "./differences.ts";
import { listLines } from "./lines.ts";
import { listResultViews } from "./ranking.ts";
import { getEvaluationView, listEvaluationViews } from "./read.ts";
import { sealRunOf } from "./seal.ts";
import { getStanding } from "./standing.ts";
import { makeStatement, signOff } from "./statements.ts";
import { supposeRun } from "./what-if.ts";
import { editEvaluation, makeEvaluation, moveStage, replaceRun } from "./write.ts";

export function evaluationReadRoutes(context: Context) {
  return makeRouter()
    .openapi(declared.list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listEvaluationViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(declared.one, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const about = { ...request.req.valid("param"), ...request.req.valid("query"), language };
      return request.json(await getEvaluationView(context, askerOf(request), about), 200);
    })
    .openapi(declared.results, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { asOf, ...paged } = request.req.valid("query");
      const about = { ...request.req.valid("param"), asOf, language };
      return request.json(await listResultViews(context, askerOf(request), { about, paged }), 200);
    })
    .openapi(declared.lines, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { asOf, ...query } = request.req.valid("query");
      const about = { ...request.req.valid("param"), asOf, language };
      return request.json(await listLines(context, askerOf(request), { about, query }), 200);
    })
    .openapi(declared.standing, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id, area } = request.req.valid("param");
      const about = { id, ...request.req.valid("query"), language };
      return request.json(await getStanding(context, askerOf(request), { about, area }), 200);
    })
    .openapi(declared.comparison, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const about = { ...request.req.valid("param"), language };
      const { with: other } = request.req.valid("query");
      return request.json(await compareRuns(context, askerOf(request), { about, other }), 200);
    })
    .openapi(declared.analysis, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { asOf, spread } = request.req.valid("query");
      const about = { ...request.req.valid("param"), asOf, language };
      return request.json(await analyseRun(context, askerOf(request), { about, spread }), 200);
    })
    .openapi(declared.announcement, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      return request.json(await announcedRun(context, { id, language }), 200);
    })
    .openapi(declared.whatIf, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const about = { ...request.req.valid("param"), language };
      const supposition = request.req.valid("json");
      return request.json(await supposeRun(context, askerOf(request), { about, supposition }), 200);
    })
    .openapi(declared.revisions, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const about = { ...request.req.valid("param"), language };
      return request.json(await reviseRun(context, askerOf(request), about), 200);
    });
}

export function evaluationWriteRoutes(context: Context) {
  return makeRouter()
    .openapi(declared.make, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const body = request.req.valid("json");
      await makeEvaluation(context, askerOf(request), body);
      return request.json(await getEvaluationView(context, askerOf(request), { id: body.id, language }), 200);
    })
    .openapi(declared.edit, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await editEvaluation(context, askerOf(request), { id, ifMatch, body: request.req.valid("json") });
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    })
    .openapi(declared.stage, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const { stage: to, ...more } = request.req.valid("json");
      const ifMatch = request.req.valid("header")["if-match"];
      await moveStage(context, askerOf(request), { id, ifMatch, to, ...more });
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    })
    .openapi(declared.seal, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await sealRunOf(context, askerOf(request), { id, ifMatch, language });
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    })
    .openapi(declared.publish, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      const moving = { id, ifMatch, to: "notice", minutes: null, ...request.req.valid("json") } as const;
      await moveStage(context, askerOf(request), moving);
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    })
    .openapi(declared.replace, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      const { id: as, reason } = request.req.valid("json");
      const ifMatch = request.req.valid("header")["if-match"];
      await replaceRun(context, askerOf(request), { id, ifMatch, as, reason });
      return request.json(await getEvaluationView(context, askerOf(request), { id: as, language }), 200);
    })
    .openapi(declared.state, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      await makeStatement(context, askerOf(request), { id, body: request.req.valid("json") });
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    })
    .openapi(declared.sign, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { id } = request.req.valid("param");
      await signOff(context, askerOf(request), { id, body: request.req.valid("json") });
      return request.json(await getEvaluationView(context, askerOf(request), { id, language }), 200);
    });
}
