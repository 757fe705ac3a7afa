import { type Decision, decisionFaults } from "@yuanbiao/core/decision";
import { decomposeTarget, decompositionFaults, type Target } from "@yuanbiao/core/target";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listDecisions } from "@yuanbiao/db/queries/decision";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import type { DecisionBody, DecompositionBody } from "./shape.ts";

const now = { asOf: null };

/** A target as it stood; where the office is about to change it, in the version that it saw. */
export async function getManaged(
  context: Context,
  id: string,
  { ifMatch, asOf = null }: { ifMatch?: number; asOf?: string | null } = {},
): Promise<Versioned<Target>> {
  const [target] = await listTargets(context.store, { asOf }, { ids: [id] });
  if (target === undefined) throw new Refusal(404, "unknown-target");
  if (ifMatch !== undefined && target.version !== ifMatch) throw new Refusal(412, "stale-version");
  return target;
}

async function documentFaults(context: Context, document: string | null): Promise<FieldFault[]> {
  const { documents } = await context.registries.at(null);
  return document === null || documents.has(document) ? [] : [{ field: "document", code: "unknown-document" }];
}

/** 阶段分解: the office's plan by year and sub-area becomes a new version of the target. */
export async function decompose(
  context: Context,
  asker: Asker,
  { id, ifMatch, body }: { id: string; ifMatch: number; body: z.infer<typeof DecompositionBody> },
): Promise<void> {
  const target = await getManaged(context, id, { ifMatch });
  const { document, clause } = body;
  const parts = body.parts.map((part) => ({ ...part, document, clause }));
  const { areas } = await context.registries.at(null);
  const strangers = parts.flatMap(({ area }, index) =>
    area === null || areas.has(area) ? [] : [{ field: `parts.${index}.area`, code: "unknown-area" }],
  );
  const faults = [...decompositionFaults(target, parts), ...strangers, ...(await documentFaults(context, document))];
  if (faults.length > 0) throw new Refusal(422, "decomposition-not-acceptable", faults);
  const after = decomposeTarget(target, parts, body.shape);
  const note = `${document}${clause === null ? "" : ` ${clause}`}`;
  const plan = planVersions("target", { current: [target], incoming: [after] }, { reason: "policy", note });
  if (plan.revisions.length === 0) throw new Refusal(409, "nothing-changed");
  const entry = {
    ...{ area: target.area, action: "target-decompose", subject: id },
    ...{ before: target.decomposition, after: after.decomposition },
  };
  await change(context, asker, { statements: plan.statements, entries: [entry] });
}

/** Judges a milestone or a target without a number; with evidence or a document, by a named person. */
export async function decide(
  context: Context,
  asker: Asker,
  { id, ifMatch, body }: { id: string; ifMatch: number; body: z.infer<typeof DecisionBody> },
): Promise<void> {
  const target = await getManaged(context, id, { ifMatch });
  if (target.comparator !== "milestone" && target.comparator !== "judgement") {
    throw new Refusal(409, "not-to-be-judged");
  }
  const decision: Decision = { target: id, area: target.area, ...body };
  const faults = [
    ...decisionFaults(decision),
    ...(await documentFaults(context, body.document)),
    ...(await evidenceFaults(context, decision)),
  ];
  if (faults.length > 0) throw new Refusal(422, "decision-not-acceptable", faults);
  const before = await listDecisions(context.store, now, [id]);
  const statements = decisionStatements(target, decision, before);
  if (statements.length === 0) throw new Refusal(409, "nothing-changed");
  const entry = {
    ...{ area: target.area, action: "target-decide", subject: id },
    ...{ before: { decision: target.decision }, after: body },
  };
  await change(context, asker, { statements, entries: [entry] });
}

function decisionStatements(
  target: Versioned<Target>,
  decision: Decision,
  before: readonly Versioned<Decision>[],
): Statement[] {
  const because = { reason: "verification", note: decision.reason } as const;
  const after = { ...target, decision: decision.state };
  return [
    ...planVersions("decision", { current: before, incoming: [decision] }, because).statements,
    ...planVersions("target", { current: [target], incoming: [after] }, because).statements,
  ];
}

async function evidenceFaults(context: Context, { evidence, target }: Decision): Promise<FieldFault[]> {
  const found = await listEvidence(context.store, now, { ids: evidence });
  const own = new Set(found.filter((file) => file.target === target && !file.withdrawn).map(({ id }) => id));
  return evidence.flatMap((id, index) => (own.has(id) ? [] : [{ field: `evidence.${index}`, code: "unknown-file" }]));
}
