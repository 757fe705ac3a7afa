import { Code } from "@yuanbiao/core/code";
import { compareSchemes } from "@yuanbiao/core/scheme-compare";
import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { faultsOfIssues } from "../issue.ts";
import { type Language, languageOf } from "../language.ts";
import { asOf, paging } from "../parameters.ts";
import { fileRoute, makeRouter, readRoute } from "../route.ts";
import { schemePlaceText } from "../text/scheme-place.ts";
import { askerOf } from "../variables.ts";
import { noBody, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { getScheme, listSchemeViews } from "./read.ts";
import { CheckedView, ComparisonView, DraftBody, ImportBody, SchemeBody, SchemeList, SchemeView } from "./shape.ts";
import { checkedOf, itemNames, nameOf } from "./view.ts";
import { checkScheme, draftScheme, editScheme, importScheme, publishScheme } from "./write.ts";

const tag = "assessment";
const params = { code: Code };

const list = readRoute({
  path: "/api/schemes",
  summary: "考核方案: by code; drafts for who scores and who leads",
  tag,
  right: "scheme.read",
  answer: SchemeList,
  query: { asOf, ...paging },
  params: {},
});
const one = readRoute({
  path: "/api/schemes/{code}",
  summary: "a scheme in full, with what stands against it and what is 待核",
  tag,
  right: "scheme.read",
  answer: SchemeView,
  query: { asOf },
  params,
});
const draft = writeRoute({
  method: "post",
  path: "/api/schemes",
  summary: "draft a scheme from last year's, or from a shipped one",
  tag,
  right: "scheme.manage",
  body: DraftBody,
  answer: SchemeView,
  params: {},
});
const edit = versionedWriteRoute({
  method: "put",
  path: "/api/schemes/{code}",
  summary: "save a draft; what does not hold is refused with every place",
  tag,
  right: "scheme.manage",
  body: SchemeBody,
  answer: SchemeView,
  params,
});
const publish = versionedWriteRoute({
  method: "post",
  path: "/api/schemes/{code}/publish",
  summary: "publish a draft; it never changes afterwards",
  tag,
  right: "scheme.manage",
  body: noBody,
  answer: SchemeView,
  params,
});
const check = writeRoute({
  method: "post",
  path: "/api/schemes/check",
  summary: "what stands against a scheme; stores nothing",
  tag,
  right: "scheme.manage",
  body: SchemeBody,
  answer: CheckedView,
  params: {},
});
const bring = writeRoute({
  method: "post",
  path: "/api/schemes/import",
  summary: "a scheme's file as a new draft",
  tag,
  right: "scheme.manage",
  body: ImportBody,
  answer: SchemeView,
  params: {},
});
const compare = readRoute({
  path: "/api/schemes/{code}/comparison",
  summary: "what differs from another scheme to this one",
  tag,
  right: "scheme.read",
  answer: ComparisonView,
  query: { with: Code, asOf },
  params,
});
const file = fileRoute({
  path: "/api/schemes/{code}/scheme.json",
  summary: "a scheme as one readable file",
  tag,
  right: "scheme.read",
  query: { asOf },
  params,
  types: ["application/json"],
});

/** A scheme that is not one: its places are written as in `groups[1].criteria[0].weight`. */
function refuseShape(issues: Parameters<typeof faultsOfIssues>[0]): Refusal {
  const faults = faultsOfIssues(issues).map((fault) => ({ ...fault, field: fault.field.replace(/^scheme\.?/, "") }));
  return new Refusal(400, "scheme-not-acceptable", faults);
}

export function schemeRoutes(context: Context) {
  const said = (header: string | undefined): Language => languageOf(header);
  return makeRouter()
    .openapi(list, async (request) => {
      const language = said(request.req.header("accept-language"));
      return request.json(
        await listSchemeViews(context, askerOf(request), { ...request.req.valid("query"), language }),
        200,
      );
    })
    .openapi(one, async (request) => {
      const question = { ...request.req.valid("param"), ...request.req.valid("query") };
      const language = said(request.req.header("accept-language"));
      return request.json((await getScheme(context, askerOf(request), { ...question, language })).view, 200);
    })
    .openapi(compare, async (request) => {
      const language = said(request.req.header("accept-language"));
      const { asOf: instant, with: other } = request.req.valid("query");
      const asker = askerOf(request);
      const about = { asOf: instant, language };
      const before = (await getScheme(context, asker, { ...about, code: other })).record;
      const after = (await getScheme(context, asker, { ...about, ...request.req.valid("param") })).record;
      const differences = compareSchemes(before.body, after.body).map((one) => ({
        ...one,
        place: schemePlaceText(language, one.path, itemNames(language, [after.body, before.body])),
      }));
      const ref = (own: typeof before) => ({ code: own.code, name: nameOf(language, own.body) });
      return request.json({ before: ref(before), after: ref(after), differences }, 200);
    })
    .openapi(file, async (request) => {
      const question = { ...request.req.valid("param"), ...request.req.valid("query"), language: "zh-CN" as const };
      const { record } = await getScheme(context, askerOf(request), question);
      return request.body(writeSchemeFile(record.body), 200, {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(record.code)}.json`,
        "cache-control": "private, no-store",
      });
    })
    .openapi(
      check,
      async (request) => {
        const { scheme } = request.req.valid("json");
        const language = said(request.req.header("accept-language"));
        const registry = await context.registries.at(null);
        return request.json(checkedOf({ scheme, language, registry }, await checkScheme(context, scheme)), 200);
      },
      (result) => {
        if (!result.success) throw refuseShape(result.error.issues);
      },
    )
    .openapi(bring, async (request) => {
      const language = said(request.req.header("accept-language"));
      const asker = askerOf(request);
      const code = await importScheme(context, asker, { ...request.req.valid("json"), language });
      return request.json((await getScheme(context, asker, { code, language })).view, 200);
    })
    .openapi(draft, async (request) => {
      const body = request.req.valid("json");
      const language = said(request.req.header("accept-language"));
      const asker = askerOf(request);
      await draftScheme(context, asker, body);
      return request.json((await getScheme(context, asker, { code: body.code, language })).view, 200);
    })
    .openapi(
      edit,
      async (request) => {
        const { code } = request.req.valid("param");
        const language = said(request.req.header("accept-language"));
        const asker = askerOf(request);
        const ifMatch = request.req.valid("header")["if-match"];
        await editScheme(context, asker, { code, ifMatch, language, ...request.req.valid("json") });
        return request.json((await getScheme(context, asker, { code, language })).view, 200);
      },
      (result) => {
        if (!result.success) throw refuseShape(result.error.issues);
      },
    )
    .openapi(publish, async (request) => {
      const { code } = request.req.valid("param");
      const language = said(request.req.header("accept-language"));
      const asker = askerOf(request);
      await publishScheme(context, asker, { code, ifMatch: request.req.valid("header")["if-match"], language });
      return request.json((await getScheme(context, asker, { code, language })).view, 200);
    });
}
