import { createHash } from "node:crypto";
import { type Actor, type FigureClass, may } from "@yuanbiao/core/access";
import { type Evaluation as Computed, evaluate, type Purpose } from "@yuanbiao/core/evaluate";
import type { EvaluationFacts } from "@yuanbiao/core/evaluate-facts";
import { recordRun, sealPieces } from "@yuanbiao/core/evaluate-freeze";
import type { Evaluation } from "@yuanbiao/core/evaluation";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import type { SchemeRecord } from "@yuanbiao/core/scheme-record";
import { canonicalJson } from "@yuanbiao/db/canonical";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findEvaluation, listGuards, listResults } from "@yuanbiao/db/queries/evaluation";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import type { Asker } from "./asker.ts";
import { loadFacts } from "./assessing-facts.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";
import type { Registry } from "./registry.ts";

/** An assessment with its scheme, as its reader may know of it. */
export interface OpenedEvaluation {
  readonly evaluation: Versioned<Evaluation>;
  readonly scheme: Versioned<SchemeRecord>;
  readonly registry: Registry;
  /** As known then; null is now. */
  readonly asOf: string | null;
  /** The class of the figures that each area's sealed lines rest on, where it is above public. */
  readonly guards: ReadonlyMap<string, FigureClass>;
  /** Whether the run that replaces this one has been announced: until then this one stands. */
  readonly isSuperseded: boolean;
}

/** Whether somebody may know that an assessment is there: who takes part from its beginning, all others from 公示 on. */
export function seesEvaluation(actor: Actor, evaluation: Evaluation): boolean {
  if (may(actor, "evaluation.survey") || isAnnounced(evaluation)) return true;
  if (actor.grants.some(({ role }) => role === "expert")) return false;
  const isOwn = evaluation.members.some(({ area }) => actor.grants.some(({ areas }) => areas.includes(area)));
  return isOwn || actor.grants.some(({ role }) => role === "verifier" || role === "coordinator");
}

/** Opens an assessment for who may see it; for everybody else it is not there. */
export async function openEvaluation(
  context: Context,
  { actor }: Asker,
  { id, asOf = null }: { id: string; asOf?: string | null | undefined },
): Promise<OpenedEvaluation> {
  const evaluation = await findEvaluation(context.store, { asOf }, id);
  if (evaluation === undefined || !seesEvaluation(actor, evaluation)) throw new Refusal(404, "unknown-evaluation");
  return withScheme(context, evaluation, asOf);
}

export async function withScheme(
  context: Context,
  evaluation: Versioned<Evaluation>,
  asOf: string | null = null,
): Promise<OpenedEvaluation> {
  const cut = { asOf: evaluation.seal?.instant ?? asOf };
  const [scheme, registry, hasSuccessor] = await Promise.all([
    findScheme(context.store, cut, evaluation.scheme),
    context.registries.at(asOf),
    isSuperseded(context, evaluation, asOf),
  ]);
  if (scheme === undefined) throw new Error(`scheme ${evaluation.scheme} is referred to but not there`);
  const { visibility } = scheme.body;
  const isOpen = evaluation.seal !== null && visibility.lines !== "own";
  const guards = isOpen ? await listGuards(context.store, evaluation.id) : new Map<string, FigureClass>();
  return { evaluation, scheme, asOf, registry, guards, isSuperseded: hasSuccessor };
}

/** A run stands until the one that replaces it, or a later one of the same assessment, has been announced. */
async function isSuperseded(context: Context, { replacedBy }: Evaluation, asOf: string | null): Promise<boolean> {
  let id = replacedBy;
  while (id !== null) {
    const next = await findEvaluation(context.store, { asOf }, id);
    if (next === undefined) return false;
    if (isAnnounced(next)) return true;
    id = next.replacedBy;
  }
  return false;
}

/** The instant that everything stands at now: that of the last commit. */
export async function presentInstant({ store, clock }: Context): Promise<string> {
  return (await store.readHead()).recordedAt ?? clock().toISOString();
}

/** The instant that a run is looked at from: that of its seal, the one that was asked for, or now. */
export async function instantOf(context: Context, { evaluation, asOf }: OpenedEvaluation): Promise<string> {
  if (evaluation.seal !== null) return evaluation.seal.instant;
  const present = await presentInstant(context);
  // Of what is to come nothing is known yet.
  return asOf !== null && asOf < present ? asOf : present;
}

/** Computes a run on what was recorded by an instant. */
export async function computeRun(
  context: Context,
  { evaluation, scheme }: OpenedEvaluation,
  { purpose, instant }: { purpose: Purpose; instant: string },
): Promise<Computed> {
  const key = `${evaluation.id} ${scheme.version} ${purpose} ${instant} ${evaluation.version}`;
  const found = context.runs.get(key);
  if (found !== undefined) return found;
  const facts = await loadFacts(context, { evaluation, scheme, instant });
  const computed = evaluate(scheme.body, facts, purpose);
  context.runs.set(key, computed);
  return computed;
}

export function hashOf(computed: Computed, of: { schemeVersion: number; instant: string }): string | null {
  const pieces = sealPieces(computed, of);
  if (pieces === undefined) return null;
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/**
 * The result of an assessment: what was sealed, recomputed to the same hash, or a trial on what is known now. A seal
 * that the data no longer give is refused: something was changed behind the interface.
 */
export async function resultOf(context: Context, opened: OpenedEvaluation): Promise<Computed> {
  const { seal, id } = opened.evaluation;
  if (seal === null)
    return computeRun(context, opened, { purpose: "trial", instant: await instantOf(context, opened) });
  const key = `${id} sealed`;
  const found = context.runs.get(key);
  if (found !== undefined) return found;
  const computed = await recompute(context, opened, seal);
  context.runs.set(key, computed);
  return computed;
}

/** The facts that a run rests on: those of its seal, or what is known now. */
export async function factsOf(context: Context, opened: OpenedEvaluation): Promise<EvaluationFacts> {
  const { seal, id } = opened.evaluation;
  if (seal === null) return loadFacts(context, { ...opened, instant: await instantOf(context, opened) });
  const sealed = await findEvaluation(context.store, { asOf: seal.instant }, id);
  const members = sealed?.members ?? opened.evaluation.members;
  return loadFacts(context, { ...opened, evaluation: { ...opened.evaluation, members }, instant: seal.instant });
}

async function recompute(
  context: Context,
  opened: OpenedEvaluation,
  seal: NonNullable<Evaluation["seal"]>,
): Promise<Computed> {
  const computed = evaluate(opened.scheme.body, await factsOf(context, opened), "seal");
  if (hashOf(computed, seal) !== seal.hash) throw new Refusal(409, "seal-broken");
  return computed;
}

/** What a sealed run's hash is today (null: it is refused), and whether its stored results are those that were sealed. */
export async function verifySeal(
  context: Context,
  evaluation: Versioned<Evaluation>,
): Promise<{ readonly hash: string | null; readonly stored: boolean }> {
  const { seal, id } = evaluation;
  if (seal === null) return { hash: null, stored: false };
  const opened = await withScheme(context, evaluation);
  const computed = evaluate(opened.scheme.body, await factsOf(context, opened), "seal");
  const stored = canonicalJson(await listResults(context.store, id)) === canonicalJson(recordRun(computed));
  return { hash: hashOf(computed, seal), stored };
}
