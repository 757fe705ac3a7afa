import { Code } from "@yuanbiao/core/code";
import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { asOf, code, paging } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { writeRoute } from "../write-route.ts";
import { downloadLetter, listLetterViews } from "./read.ts";
import { sendLetter } from "./send.ts";
import { LetterBody, LetterList, LetterSent } from "./shape.ts";

const tag = "reporting";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const list = readRoute({
  path: "/api/letters",
  summary: "催报函 that were sent, the newest first",
  tag,
  right: "letter.read",
  answer: LetterList,
  query: { city: code, asOf, ...paging },
  params: {},
});
const send = writeRoute({
  method: "post",
  path: "/api/letters",
  summary: "催报函 ask a department or park for what is missing",
  tag,
  right: "letter.send",
  body: LetterBody,
  answer: LetterSent,
  params: {},
});
const paper = fileRoute({
  path: "/api/letters/{id}/letter.docx",
  summary: "催报函 as a Word file",
  tag,
  right: "letter.read",
  query: {},
  params: { id: Code },
  types: [word],
});

export function letterRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const query = request.req.valid("query");
      return request.json(await listLetterViews(context, askerOf(request), { query, language }), 200);
    })
    .openapi(send, async (request) =>
      request.json({ id: await sendLetter(context, askerOf(request), request.req.valid("json")) }, 200),
    )
    .openapi(paper, async (request) => {
      const { id } = request.req.valid("param");
      const bytes = await downloadLetter(context, askerOf(request), id);
      return request.body(new Uint8Array(bytes), 200, {
        "content-type": word,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("催报函")}.docx`,
        "cache-control": "private, no-store",
      });
    });
}
