import { type Actor, isOfPark, may } from "@yuanbiao/core/access";
import type { Objection } from "@yuanbiao/core/objection";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { findEvaluation, listObjections } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { type OpenedEvaluation, withScheme } from "../assessing.ts";
import { makeGlossary } from "../assessing-names.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { pageOf } from "../page.ts";
import type { ObjectionList, ObjectionView } from "./shape.ts";

/** An objection is its park's and the office's; leaders read it. */
export function seesObjection(actor: Actor, { area }: Pick<Objection, "area">): boolean {
  return may(actor, "evaluation.survey") || isOfPark(actor, area);
}

interface Showing {
  readonly actor: Actor;
  readonly language: Language;
  readonly asOf: string | null;
}

async function viewsOf(
  context: Context,
  objections: readonly Versioned<Objection>[],
  { actor, language, asOf }: Showing,
): Promise<ObjectionView[]> {
  const files = await listEvidence(context.store, { asOf }, { objections: objections.map(({ id }) => id) });
  const people = objections.flatMap(({ madeBy, answeredBy }) =>
    answeredBy === null ? [madeBy] : [madeBy, answeredBy],
  );
  const accounts = await findAccountNames(context.store, people);
  const runs = new Map<string, OpenedEvaluation>();
  for (const { evaluation } of objections) {
    const found = runs.has(evaluation) ? undefined : await findEvaluation(context.store, { asOf: null }, evaluation);
    if (found !== undefined) runs.set(evaluation, await withScheme(context, found));
  }
  return objections.flatMap((one) => {
    const opened = runs.get(one.evaluation);
    if (opened === undefined) return [];
    const { evaluation, scheme, registry } = opened;
    const names = makeGlossary({ scheme: scheme.body, registry, language });
    const isOpen = one.state === "open";
    return [
      {
        ...{ id: one.id, claim: one.claim, state: one.state, madeOn: one.madeOn, reply: one.reply },
        ...{ answeredOn: one.answeredOn, version: one.version },
        evaluation: { code: evaluation.id, name: spoken(language, evaluation.name, evaluation.nameEn) },
        area: names.ref("area", one.area),
        criterion: names.ref("criterion", one.criterion),
        madeBy: accounts.get(one.madeBy) ?? one.madeBy,
        answeredBy: one.answeredBy === null ? null : (accounts.get(one.answeredBy) ?? one.answeredBy),
        answerable: isOpen && may(actor, "objection.answer"),
        withdrawable: isOpen && may(actor, "objection.make", { area: one.area }),
        files: files
          .filter(({ objection, withdrawn }) => objection === one.id && !withdrawn)
          .map(({ id, fileName, size, type }) => ({ id, fileName, size, type })),
      },
    ];
  });
}

export interface ObjectionQuery {
  readonly evaluation?: string | undefined;
  readonly area?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Objections that the asker may see, by assessment, the oldest first. */
export async function listObjectionViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: ObjectionQuery; language: Language },
): Promise<z.infer<typeof ObjectionList>> {
  const { evaluation, area, asOf = null } = query;
  const found = await listObjections(
    context.store,
    { asOf },
    {
      ...(evaluation === undefined ? {} : { evaluations: [evaluation] }),
      ...(area === undefined ? {} : { areas: [area] }),
    },
  );
  const seen = found.filter((one) => seesObjection(actor, one));
  const page = pageOf(seen, ({ id }) => id, query);
  return { items: await viewsOf(context, page.items, { actor, language, asOf }), nextCursor: page.nextCursor };
}

/** One objection for who may see it; for everybody else it is not there. */
export async function getObjectionView(
  context: Context,
  { actor }: Asker,
  { id, language }: { id: string; language: Language },
): Promise<ObjectionView> {
  const found = await listObjections(context.store, { asOf: null }, { ids: [id] });
  const [view] = await viewsOf(
    context,
    found.filter((one) => seesObjection(actor, one)),
    { actor, language, asOf: null },
  );
  if (view === undefined) throw new Refusal(404, "unknown-objection");
  return view;
}
