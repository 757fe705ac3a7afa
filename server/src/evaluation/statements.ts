import { isOfPark, may } from "@yuanbiao/core/access";
import { openStages } from "@yuanbiao/core/evaluation";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { openEvaluation } from "../assessing.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { ownerOf } from "../reporting.ts";
import type { SignBody, StatementBody } from "./shape.ts";
import { stepStatement } from "./write.ts";

/** 自评, 反馈核对: what a park says of its own result, at the stage that asks for it. */
export async function makeStatement(
  context: Context,
  asker: Asker,
  { id, body }: { id: string; body: z.infer<typeof StatementBody> },
): Promise<void> {
  const { evaluation, scheme } = await openEvaluation(context, asker, { id });
  const { kind, area, note, points } = body;
  if (!evaluation.members.some((member) => member.area === area)) throw new Refusal(404, "unknown-result");
  if (!may(asker.actor, "evaluation.file", { area }) || !isOfPark(asker.actor, area)) {
    throw new Refusal(404, "unknown-result");
  }
  const stage = kind === "self-assessed" ? "self-assessment" : "feedback";
  if (evaluation.stage !== stage || evaluation.seal !== null) throw new Refusal(409, "not-at-this-stage");
  const criteria = new Set(scheme.body.groups.flatMap((group) => group.criteria.map(({ code }) => code)));
  const faults: FieldFault[] = Object.keys(points).flatMap((code) =>
    criteria.has(code) ? [] : [{ field: `points.${code}`, code: "unknown-criterion" }],
  );
  if (kind === "confirmed" && Object.keys(points).length > 0)
    faults.push({ field: "points", code: "points-not-taken" });
  if (faults.length > 0) throw new Refusal(422, "statement-not-acceptable", faults);
  await change(context, asker, {
    statements: [
      { hold: "evaluation", record: evaluation },
      stepStatement(asker, evaluation, { kind, area, note, points }),
    ],
    entries: [{ area, action: `evaluation-${kind}`, subject: id, after: { note, points } }],
  });
}

/** 部门核定: a department stands by the figures of its indicators, before anything is sealed. */
export async function signOff(
  context: Context,
  asker: Asker,
  { id, body }: { id: string; body: z.infer<typeof SignBody> },
): Promise<void> {
  const { evaluation, scheme, registry } = await openEvaluation(context, asker, { id });
  const indicators = scheme.body.groups.flatMap(({ criteria }) => criteria.flatMap(({ indicator }) => indicator ?? []));
  const owners = [...new Set(indicators.map((indicator) => ownerOf(registry, indicator)))];
  const department = owners.find((one) => one !== null && may(asker.actor, "evaluation.sign", { department: one }));
  if (department === undefined || department === null) throw new Refusal(404, "unknown-evaluation");
  if (!openStages.includes(evaluation.stage) || evaluation.stage === "self-assessment" || evaluation.seal !== null) {
    throw new Refusal(409, "not-at-this-stage");
  }
  await change(context, asker, {
    statements: [
      { hold: "evaluation", record: evaluation },
      stepStatement(asker, evaluation, { kind: "signed-off", note: body.note, leaves: { department } }),
    ],
    entries: [{ area: evaluation.city, action: "evaluation-signed-off", subject: id, after: { department } }],
  });
}
