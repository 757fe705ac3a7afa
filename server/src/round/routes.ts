import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { roundStates } from "@yuanbiao/core/round";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { progressUploadRoute, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { exportRound } from "./export.ts";
import { importRound } from "./import.ts";
import { getRoundView, listRoundViews } from "./list.ts";
import { streamImport } from "./progress.ts";
import { ImportedView, ImportForm, RoundBody, RoundList, RoundView, StateBody } from "./shape.ts";
import { moveRound, writeRound } from "./write.ts";

const tag = "reporting";
const one = { code: Code };
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const mostUploadBytes = 21 * 1024 * 1024;

const list = readRoute({
  path: "/api/rounds",
  summary: "填报任务, the latest due first",
  tag,
  right: "round.read",
  answer: RoundList,
  query: { city: code, state: z.enum(roundStates).optional(), asOf, ...paging },
  params: {},
});
const read = readRoute({
  path: "/api/rounds/{code}",
  summary: "one 填报任务",
  tag,
  right: "round.read",
  answer: RoundView,
  query: { asOf },
  params: one,
});
const make = writeRoute({
  method: "post",
  path: "/api/rounds",
  summary: "make a 填报任务, as a draft",
  tag,
  right: "round.manage",
  body: RoundBody,
  answer: RoundView,
  params: {},
});
const edit = versionedWriteRoute({
  method: "put",
  path: "/api/rounds/{code}",
  summary: "change a 填报任务 that is a draft",
  tag,
  right: "round.manage",
  body: RoundBody.omit({ code: true }),
  answer: RoundView,
  params: one,
});
const move = versionedWriteRoute({
  method: "put",
  path: "/api/rounds/{code}/state",
  summary: "open, close or archive a 填报任务",
  tag,
  right: "round.manage",
  body: StateBody,
  answer: RoundView,
  params: one,
});

const workbook = fileRoute({
  path: "/api/rounds/{code}/workbook.xlsx",
  summary: "汇总表 the figures of many areas in one workbook",
  tag,
  right: "round.read",
  isLong: true,
  query: {},
  params: one,
  types: [excel],
});
const upload = progressUploadRoute({
  path: "/api/rounds/{code}/upload",
  summary:
    "上传汇总表 the figures of all areas that the asker files for, all or nothing; with Accept: application/x-ndjson and no Idempotency-Key the answer is lines of progress, the last one its outcome",
  tag,
  right: "report.edit",
  isLong: true,
  form: ImportForm,
  answer: ImportedView,
  query: {},
  params: one,
  mostBytes: mostUploadBytes,
});

export function roundRoutes(context: Context) {
  const view = (request: Parameters<typeof askerOf>[0], round: string) =>
    getRoundView(context, askerOf(request), {
      code: round,
      language: languageOf(request.req.header("accept-language")),
    });
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listRoundViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(read, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const question = { ...request.req.valid("param"), ...request.req.valid("query"), language };
      return request.json(await getRoundView(context, askerOf(request), question), 200);
    })
    .openapi(workbook, async (request) => {
      const { code: round } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const bytes = await exportRound(context, askerOf(request), { code: round, language });
      return request.body(new Uint8Array(bytes), 200, {
        "content-type": excel,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(round)}.xlsx`,
        "cache-control": "private, no-store",
      });
    })
    .openapi(upload, async (request) => {
      const { code: round } = request.req.valid("param");
      const language = languageOf(request.req.header("accept-language"));
      const asker = askerOf(request);
      const bytes = new Uint8Array(await request.req.valid("form").file.arrayBuffer());
      const task = { code: round, bytes, language };
      // An answer that is kept for a repeated upload is said at once, when it is known.
      if (asker.repeat === null && request.req.header("accept")?.includes("application/x-ndjson")) {
        return streamImport(request, (told) => importRound(context, asker, { ...task, ...told }));
      }
      const { signal } = request.req.raw;
      return request.json(await importRound(context, asker, { ...task, signal, onProgress: () => undefined }), 200);
    })
    .openapi(make, async (request) => {
      const body = request.req.valid("json");
      await writeRound(context, askerOf(request), { body, ifMatch: null });
      return request.json(await view(request, body.code), 200);
    })
    .openapi(edit, async (request) => {
      const { code: round } = request.req.valid("param");
      const body = { ...request.req.valid("json"), code: round };
      await writeRound(context, askerOf(request), { body, ifMatch: request.req.valid("header")["if-match"] });
      return request.json(await view(request, round), 200);
    })
    .openapi(move, async (request) => {
      const { code: round } = request.req.valid("param");
      const { state } = request.req.valid("json");
      const ifMatch = request.req.valid("header")["if-match"];
      await moveRound(context, askerOf(request), { code: round, state, ifMatch });
      return request.json(await view(request, round), 200);
    });
}
