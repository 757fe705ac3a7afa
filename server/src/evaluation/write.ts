import { randomUUID } from "node:crypto";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Evaluation, EvaluationStep, StepKind } from "@yuanbiao/core/evaluation";
import { type Move, moveEvaluation, replaceEvaluation, type StageRefusal } from "@yuanbiao/core/evaluation-stage";
import type { Scheme } from "@yuanbiao/core/scheme";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findEvaluation, listObjections } from "@yuanbiao/db/queries/evaluation";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { withScheme } from "../assessing.ts";
import { type ChangeEntry, change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { cities } from "../scope.ts";
import type { EvaluationBody, EvaluationContent } from "./shape.ts";

const now = { asOf: null };
const because = { reason: "other", note: null } as const;
type Stored = Versioned<Evaluation>;

/** An assessment in the version that the office saw. */
export async function getManaged(context: Context, id: string, ifMatch: number): Promise<Stored> {
  const evaluation = await findEvaluation(context.store, now, id);
  if (evaluation === undefined) throw new Refusal(404, "unknown-evaluation");
  if (evaluation.version !== ifMatch) throw new Refusal(412, "stale-version");
  return evaluation;
}

export function requireStaged<T extends { readonly ok: true }>(staged: T | StageRefusal): T {
  if (!staged.ok) throw new Refusal(409, staged.code);
  return staged;
}

interface Told {
  readonly kind: StepKind;
  readonly area?: string;
  readonly note?: string | null;
  readonly points?: EvaluationStep["points"];
  readonly leaves?: EvaluationStep["leaves"];
}

/** What was done, to be stored with what it did. */
export function stepStatement({ actor }: Asker, { id, city, stage }: Evaluation, told: Told): Statement {
  const { kind, area = city, note = null, points = {}, leaves = {} } = told;
  const row = {
    ...{ id: randomUUID(), evaluation: id, area, stage, kind, note, points, leaves },
    ...{ account: actor.account, name: actor.name },
  };
  return { insert: "evaluationStep", rows: [row] };
}

/** A new version of an assessment, or its first. */
export function versionStatements(before: Stored | null, after: Evaluation): readonly Statement[] {
  return planVersions("evaluation", { current: before === null ? [] : [before], incoming: [after] }, because)
    .statements;
}

async function faultsOf(context: Context, { city, members, scheme }: Omit<z.infer<typeof EvaluationBody>, "id">) {
  const registry = await context.registries.at(null);
  const found = await findScheme(context.store, now, scheme);
  const types = new Set(found?.body.parkTypes.map(({ code }) => code));
  const faults: FieldFault[] = [];
  if (!cities(registry).has(city)) faults.push({ field: "city", code: "unknown-city" });
  if (found === undefined || found.state === "shipped") faults.push({ field: "scheme", code: "unknown-scheme" });
  const seen = new Set<string>();
  for (const [at, { area, type }] of members.entries()) {
    const known = registry.areas.get(area);
    if (known === undefined) faults.push({ field: `members.${at}.area`, code: "unknown-area" });
    else if (known.city !== city) faults.push({ field: `members.${at}.area`, code: "area-of-another-city" });
    if (seen.has(area)) faults.push({ field: `members.${at}.area`, code: "area-twice" });
    if (found !== undefined && !types.has(type))
      faults.push({ field: `members.${at}.type`, code: "unknown-park-type" });
    seen.add(area);
  }
  return { faults, found };
}

/** Begins an assessment at 自评. */
export async function makeEvaluation(
  context: Context,
  asker: Asker,
  body: z.infer<typeof EvaluationBody>,
): Promise<void> {
  const taken = await findEvaluation(context.store, now, body.id);
  if (taken !== undefined) throw new Refusal(409, "evaluation-exists", [{ field: "id", code: "evaluation-exists" }]);
  const { faults, found } = await faultsOf(context, body);
  if (faults.length > 0 || found === undefined) throw new Refusal(422, "evaluation-not-acceptable", faults);
  const evaluation: Evaluation = {
    ...body,
    ...{ year: found.body.evaluationYear, stage: "self-assessment", assessment: body.id },
    ...{ replaces: null, replacedBy: null, seal: null },
    ...{ noticeOn: null, objectionsUntil: null, minutes: null, publishedOn: null },
  };
  await change(context, asker, {
    statements: [...versionStatements(null, evaluation), stepStatement(asker, evaluation, { kind: "made" })],
    entries: [{ area: body.city, action: "evaluation-make", subject: body.id, after: evaluation }],
  });
}

/** Changes whom an assessment is of, or by which scheme, while nothing is sealed and nobody has seen a result. */
export async function editEvaluation(
  context: Context,
  asker: Asker,
  { id, ifMatch, body }: { id: string; ifMatch: number; body: z.infer<typeof EvaluationContent> },
): Promise<void> {
  const before = await getManaged(context, id, ifMatch);
  if (before.seal !== null) throw new Refusal(409, "sealed-already");
  if (before.replaces !== null && body.scheme !== before.scheme) throw new Refusal(409, "same-scheme-needed");
  const { faults, found } = await faultsOf(context, { ...body, city: before.city });
  if (faults.length > 0 || found === undefined) throw new Refusal(422, "evaluation-not-acceptable", faults);
  const after: Evaluation = { ...before, ...body, year: found.body.evaluationYear };
  const statements = versionStatements(before, after);
  if (statements.length === 0) throw new Refusal(409, "nothing-changed");
  const entry = { area: before.city, action: "evaluation-edit", subject: id, before, after };
  await change(context, asker, { statements, entries: [entry] });
}

export interface Moving extends Move {
  readonly id: string;
  readonly ifMatch: number;
  readonly note: string | null;
}

/** What a stage leaves behind; 公示 also who may see which part of the result. */
function leavesOf(
  { objectionsUntil, minutes, publishedOn, stage, seal }: Evaluation,
  { visibility }: Pick<Scheme, "visibility">,
): EvaluationStep["leaves"] {
  return {
    ...(stage === "notice" && {
      objectionsUntil: objectionsUntil ?? "",
      ...{ seesTotal: visibility.total, seesRank: visibility.rank },
      ...{ seesGrade: visibility.grade, seesLines: visibility.lines },
    }),
    ...(stage === "notice" && seal !== null && { hash: seal.hash }),
    ...(stage === "approval" && minutes !== null && { minutes: minutes.number, minutesDay: minutes.day }),
    ...(stage === "publication" && { publishedOn: publishedOn ?? "" }),
  };
}

/** Takes an assessment to another stage; what the stage asks for must be there. */
export async function moveStage(context: Context, asker: Asker, moving: Moving): Promise<void> {
  const { id, ifMatch, note, ...move } = moving;
  const before = await getManaged(context, id, ifMatch);
  const objections = await listObjections(context.store, now, { evaluations: [id] });
  const { scheme } = await withScheme(context, before);
  const { evaluation: after } = requireStaged(
    moveEvaluation(before, move, {
      day: shanghaiDay(context.clock()),
      openObjections: objections.filter(({ state }) => state === "open").length,
      upheldObjections: objections.filter(({ reply }) => reply?.conclusion === "upheld").length,
    }),
  );
  await change(context, asker, {
    statements: [
      // An objection that comes in meanwhile must not be passed over.
      ...objections.map((record) => ({ hold: "objection", record }) as const),
      { bound: "objection", where: { evaluation: id }, most: objections.length },
      ...versionStatements(before, after),
      stepStatement(asker, after, { kind: "moved", note, leaves: leavesOf(after, scheme.body) }),
    ],
    entries: entriesOf(before, after, leavesOf(after, scheme.body)),
  });
}

/** From 公示 on every park that is assessed has it in its trail. */
function entriesOf(
  before: Evaluation,
  after: Evaluation,
  leaves: EvaluationStep["leaves"],
): [ChangeEntry, ...ChangeEntry[]] {
  const entry = (area: string): ChangeEntry => ({
    ...{ area, action: `evaluation-${after.stage}`, subject: after.id },
    ...{ before: { stage: before.stage }, after: { stage: after.stage, ...leaves } },
  });
  const told = after.seal === null ? [] : after.members.map(({ area }) => area);
  return [entry(after.city), ...told.filter((area) => area !== after.city).map(entry)];
}

/** A new run for one whose numbers changed after 公示. */
export async function replaceRun(
  context: Context,
  asker: Asker,
  { id, ifMatch, as, reason }: { id: string; ifMatch: number; as: string; reason: string },
): Promise<void> {
  const standing = await getManaged(context, id, ifMatch);
  const taken = await findEvaluation(context.store, now, as);
  if (taken !== undefined) throw new Refusal(409, "evaluation-exists", [{ field: "id", code: "evaluation-exists" }]);
  const objections = await listObjections(context.store, now, { evaluations: [id] });
  const openObjections = objections.filter(({ state }) => state === "open").length;
  const { before, after } = requireStaged(replaceEvaluation(standing, { id: as, openObjections }));
  await change(context, asker, {
    statements: [
      { bound: "objection", where: { evaluation: id }, most: objections.length },
      ...versionStatements(standing, before),
      ...versionStatements(null, after),
      stepStatement(asker, before, { kind: "replaced", note: reason, leaves: { by: as } }),
      stepStatement(asker, after, { kind: "made", note: reason, leaves: { replaces: id } }),
    ],
    entries: [{ area: after.city, action: "evaluation-replace", subject: id, before: standing, after }],
  });
}
