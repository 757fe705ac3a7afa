import { Code } from "@yuanbiao/core/code";
import { listDecisions } from "@yuanbiao/db/queries/decision";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { type Language, languageOf } from "../language.ts";
import { asOf } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { evidenceView } from "../wire/evidence.ts";
import { areaRef, documentRef, type Speech } from "../wire/speech.ts";
import { versionedWriteRoute } from "../write-route.ts";
import { DecisionBody, DecompositionBody, ManagedTarget } from "./shape.ts";
import { decide, decompose, getManaged } from "./write.ts";

const params = { id: Code };
const managed = { tag: "tracking", right: "target.manage", answer: ManagedTarget, params, method: "put" } as const;

const read = readRoute({
  path: "/api/decisions/{id}",
  summary: "a target's plan, judgement and evidence, as the office manages them",
  tag: "tracking",
  right: "target.manage",
  answer: ManagedTarget,
  query: { asOf },
  params,
});
const plan = versionedWriteRoute({
  ...managed,
  path: "/api/decisions/{id}/decomposition",
  summary: "阶段分解计划 the office's plan by year and sub-area; If-Match is the target's version",
  body: DecompositionBody,
});
const judge = versionedWriteRoute({
  ...managed,
  path: "/api/decisions/{id}",
  summary: "judge a milestone or a target without a number; If-Match is the target's version",
  body: DecisionBody,
});

export function decisionRoutes(context: Context) {
  return makeRouter()
    .openapi(read, async (request) => {
      const language = languageOf(request.req.header("accept-language"));
      const { asOf: instant = null } = request.req.valid("query");
      return request.json(
        await managedView(context, askerOf(request), { ...request.req.valid("param"), language, asOf: instant }),
        200,
      );
    })
    .openapi(plan, async (request) => {
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await decompose(context, askerOf(request), { id, ifMatch, body: request.req.valid("json") });
      const language = languageOf(request.req.header("accept-language"));
      return request.json(await managedView(context, askerOf(request), { id, language, asOf: null }), 200);
    })
    .openapi(judge, async (request) => {
      const { id } = request.req.valid("param");
      const ifMatch = request.req.valid("header")["if-match"];
      await decide(context, askerOf(request), { id, ifMatch, body: request.req.valid("json") });
      const language = languageOf(request.req.header("accept-language"));
      return request.json(await managedView(context, askerOf(request), { id, language, asOf: null }), 200);
    });
}

async function managedView(
  context: Context,
  { actor }: Asker,
  { id, language, asOf: instant }: { id: string; language: Language; asOf: string | null },
): Promise<z.infer<typeof ManagedTarget>> {
  const cut = { asOf: instant };
  const reader = actor.account;
  const target = await getManaged(context, id, { asOf: instant });
  const speech: Speech = { registry: await context.registries.at(instant), language };
  const [decision] = await listDecisions(context.store, cut, [id]);
  const files = await listEvidence(context.store, cut, { targets: [id] });
  return {
    ...{ id, version: target.version },
    decision:
      decision === undefined
        ? null
        : {
            ...{ state: decision.state, reason: decision.reason, evidence: decision.evidence },
            document: decision.document === null ? null : documentRef(speech, decision.document),
            ...{ clause: decision.clause, decidedBy: decision.decidedBy, recordedAt: decision.recordedAt },
          },
    evidence: files
      .filter(({ withdrawn }) => !withdrawn)
      .map((file) => evidenceView(speech, file, { paper: null, reader })),
    parts: target.decomposition.map(({ period, area, value, document, clause }) => ({
      ...{ period, area: area === null ? null : areaRef(speech, area), value },
      ...{ document: documentRef(speech, document), clause },
    })),
    shape: target.path?.kind === "decomposed" ? target.path.shape : null,
  };
}
