import { randomUUID } from "node:crypto";
import { isOfPark, may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import {
  answerObjection,
  type Objection,
  objectionRefusal,
  type Reply,
  withdrawObjection,
} from "@yuanbiao/core/objection";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObjections, listResultHeads } from "@yuanbiao/db/queries/evaluation";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { openEvaluation } from "../assessing.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { seesObjection } from "./read.ts";
import type { ObjectionBody } from "./shape.ts";

const now = { asOf: null };
const because = { reason: "other", note: null } as const;

const openAlready = { field: "criterion", code: "objection-open-already" } as const;

/** Objects to one published score line of one's own; one at a time, until the last day. */
export async function makeObjection(
  context: Context,
  asker: Asker,
  body: z.infer<typeof ObjectionBody>,
): Promise<string> {
  const { actor } = asker;
  const { evaluation } = await openEvaluation(context, asker, { id: body.evaluation });
  const { area, criterion, claim } = body;
  if (!isOfPark(actor, area) || !may(actor, "objection.make", { area })) throw new Refusal(404, "unknown-result");
  const refusal = objectionRefusal(evaluation, shanghaiDay(context.clock()));
  if (refusal !== null) throw new Refusal(409, refusal.code);
  const [head] = await listResultHeads(context.store, evaluation.id, [area]);
  if (head === undefined) throw new Refusal(404, "unknown-result");
  if (!Object.hasOwn(head.points, criterion)) throw new Refusal(404, "unknown-criterion");
  const own = await listObjections(context.store, now, { evaluations: [evaluation.id], areas: [area] });
  if (own.some((one) => one.criterion === criterion && one.state === "open")) {
    throw new Refusal(409, "objection-open-already", [openAlready]);
  }
  const objection: Objection = {
    ...{ id: randomUUID(), evaluation: evaluation.id, area, criterion, claim, state: "open" },
    ...{ madeBy: actor.account, madeOn: shanghaiDay(context.clock()) },
    ...{ reply: null, answeredBy: null, answeredOn: null },
  };
  const { statements } = planVersions("objection", { current: [], incoming: [objection] }, because);
  const made = change(context, asker, {
    statements: [
      // Whoever moves the assessment on, or objects to the same line, in between goes first.
      { hold: "evaluation", record: evaluation },
      ...statements,
      { bound: "objection", where: { evaluation: evaluation.id, area, criterion, state: "open" }, most: 1 },
    ],
    entries: [{ area, action: "objection-make", subject: objection.id, after: { criterion, claim } }],
  });
  await made.catch(async (error: unknown) => {
    const open = await listObjections(context.store, now, { evaluations: [evaluation.id], areas: [area] });
    const isTaken = open.some((one) => one.criterion === criterion && one.state === "open");
    throw isTaken ? new Refusal(409, "objection-open-already", [openAlready]) : error;
  });
  return objection.id;
}

async function getSeen(context: Context, { actor }: Asker, id: string, ifMatch: number): Promise<Versioned<Objection>> {
  const [objection] = await listObjections(context.store, now, { ids: [id] });
  if (objection === undefined || !seesObjection(actor, objection)) throw new Refusal(404, "unknown-objection");
  if (objection.version !== ifMatch) throw new Refusal(412, "stale-version");
  return objection;
}

async function store(
  context: Context,
  asker: Asker,
  { before, after, action }: { before: Versioned<Objection>; after: Objection; action: string },
): Promise<void> {
  const { statements } = planVersions("objection", { current: [before], incoming: [after] }, because);
  const entry = { area: after.area, action, subject: after.id, before: { state: before.state }, after };
  await change(context, asker, { statements, entries: [entry] });
}

/** Answers an objection with facts, basis and conclusion; 采纳 asks for a new run. */
export async function replyTo(
  context: Context,
  asker: Asker,
  { id, ifMatch, reply }: { id: string; ifMatch: number; reply: Reply },
): Promise<void> {
  const before = await getSeen(context, asker, id, ifMatch);
  const step = { account: asker.actor.account, day: shanghaiDay(context.clock()) };
  const answered = answerObjection(before, reply, step);
  if (!answered.ok) throw new Refusal(409, answered.code);
  await store(context, asker, { before, after: answered.objection, action: "objection-answer" });
}

export async function withdraw(
  context: Context,
  asker: Asker,
  { id, ifMatch }: { id: string; ifMatch: number },
): Promise<void> {
  const before = await getSeen(context, asker, id, ifMatch);
  if (!may(asker.actor, "objection.make", { area: before.area })) throw new Refusal(403, "forbidden");
  const withdrawn = withdrawObjection(before);
  if (!withdrawn.ok) throw new Refusal(409, withdrawn.code);
  await store(context, asker, { before, after: withdrawn.objection, action: "objection-withdraw" });
}
