import { Code } from "@yuanbiao/core/code";
import type { Context as Request } from "hono";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Language, languageOf } from "../language.ts";
import { fileRoute, makeRouter } from "../route.ts";
import { paperWords } from "../text/run-paper.ts";
import { askerOf } from "../variables.ts";
import { archiveRun } from "./archive.ts";
import { noticePaper, statementPaper, type Told, tellRun } from "./papers.ts";
import { showEvaluation } from "./read.ts";
import { rankingWorkbook } from "./workbook.ts";

const tag = "assessment";
const params = { id: Code };
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const archive = "application/zip";

const notice = fileRoute({
  path: "/api/evaluations/{id}/report.docx",
  summary: "考核结果通报 as Word; before 审定 the 公示",
  ...{ tag, right: "evaluation.survey", isLong: true, query: {}, params, types: [word] },
});
const statement = fileRoute({
  path: "/api/evaluations/{id}/areas/{area}/statement.docx",
  summary: "得分说明 of an area as Word",
  ...{ tag, right: "evaluation.read", query: {}, params: { ...params, area: Code }, types: [word] },
});
const ranking = fileRoute({
  path: "/api/evaluations/{id}/ranking.xlsx",
  summary: "排名与得分明细 as Excel, as far as the asker may see them",
  ...{ tag, right: "evaluation.read", isLong: true, query: {}, params, types: [excel] },
});
const whole = fileRoute({
  path: "/api/evaluations/{id}/archive.zip",
  summary: "归档: the sealed text, the scheme, what was done, and the papers, with hashes",
  ...{ tag, right: "evaluation.survey", isLong: true, query: {}, params, types: [archive] },
});

const spokenIn = (request: Request): Language => languageOf(request.req.header("accept-language"));

/** A run's papers are made for their reader; that they were taken stands in the trail. */
async function open(
  context: Context,
  asker: Asker,
  { id, language, paper }: { id: string; language: Language; paper: string },
): Promise<Told> {
  const shown = await showEvaluation(context, asker, { id, language });
  const told = await tellRun(context, shown, asker.actor);
  if (told.heads.heads.length === 0) throw new Refusal(409, "no-result");
  const { city } = shown.evaluation;
  await recordRead(context, asker, { area: city, action: "evaluation-paper", subject: id, after: { paper } });
  return told;
}

const headersOf = (type: string, name: string) => ({
  "content-type": type,
  "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  "cache-control": "private, no-store",
});

export function evaluationPaperRoutes(context: Context) {
  return makeRouter()
    .openapi(notice, async (request) => {
      const { id } = request.req.valid("param");
      const language = spokenIn(request);
      const told = await open(context, askerOf(request), { id, language, paper: "report.docx" });
      const bytes = await noticePaper(context, told);
      const name = `${paperWords(language).files.notice} ${id}.docx`;
      return request.body(new Uint8Array(bytes), 200, headersOf(word, name));
    })
    .openapi(statement, async (request) => {
      const { id, area } = request.req.valid("param");
      const language = spokenIn(request);
      const told = await open(context, askerOf(request), { id, language, paper: `statement.docx ${area}` });
      const bytes = await statementPaper(context, told, area);
      const name = `${paperWords(language).files.statement} ${id} ${area}.docx`;
      return request.body(new Uint8Array(bytes), 200, headersOf(word, name));
    })
    .openapi(ranking, async (request) => {
      const { id } = request.req.valid("param");
      const language = spokenIn(request);
      const told = await open(context, askerOf(request), { id, language, paper: "ranking.xlsx" });
      const bytes = await rankingWorkbook(context, told);
      const name = `${paperWords(language).files.ranking} ${id}.xlsx`;
      return request.body(new Uint8Array(bytes), 200, headersOf(excel, name));
    })
    .openapi(whole, async (request) => {
      const { id } = request.req.valid("param");
      const language = spokenIn(request);
      const told = await open(context, askerOf(request), { id, language, paper: "archive.zip" });
      const bytes = await archiveRun(context, told);
      const name = `${paperWords(language).files.archive} ${id}.zip`;
      return request.body(new Uint8Array(bytes), 200, headersOf(archive, name));
    });
}
