import { type Actor, may } from "@yuanbiao/core/access";
import type { Evaluation } from "@yuanbiao/core/evaluation";
import { isAnnounced, nextStages } from "@yuanbiao/core/evaluation-stage";
import type { Objection } from "@yuanbiao/core/objection";
import { unverifiedPlaces } from "@yuanbiao/core/scheme-unverified";
import type { StoredStep } from "@yuanbiao/db/queries/evaluation";
import type { OpenedEvaluation } from "../assessing.ts";
import { type Glossary, makeGlossary } from "../assessing-names.ts";
import { type Language, spoken } from "../language.ts";
import { areaRef } from "../wire/speech.ts";
import type { EvaluationSummary, EvaluationView } from "./shape.ts";

/** What an answer about an assessment is made of. */
export interface Shown extends OpenedEvaluation {
  readonly language: Language;
}

export const glossaryOf = ({ scheme, registry, language }: Shown): Glossary =>
  makeGlossary({ scheme: scheme.body, registry, language });

/** Areas of an assessment for which the asker works. */
export function ownAreas(actor: Actor, { members }: Pick<Evaluation, "members">): string[] {
  const own = new Set(actor.grants.flatMap(({ areas }) => areas));
  return members.flatMap(({ area }) => (own.has(area) ? [area] : []));
}

/** That a run is being replaced is the office's to know until the new one is announced. */
export function summaryView(shown: Shown, actor: Actor | null): EvaluationSummary {
  const { evaluation, scheme, registry, language, isSuperseded } = shown;
  const { id, year, stage, assessment, replaces, seal, version, recordedAt } = evaluation;
  const replacedBy = isSuperseded || may(actor, "evaluation.survey") ? evaluation.replacedBy : null;
  const { noticeOn, objectionsUntil, minutes, publishedOn } = evaluation;
  return {
    ...{ id, year, stage, assessment, replaces, replacedBy, version, recordedAt },
    ...{ noticeOn, objectionsUntil, minutes, publishedOn },
    name: spoken(language, evaluation.name, evaluation.nameEn),
    city: areaRef({ registry, language }, evaluation.city),
    scheme: {
      ...{ code: scheme.code, version: seal?.schemeVersion ?? scheme.version, state: scheme.state },
      name: spoken(language, scheme.body.name, scheme.body.nameEn),
    },
    dataYear: scheme.body.dataYear,
    areas: evaluation.members.length,
    seal: seal === null ? null : { instant: seal.instant, hash: seal.hash, lines: seal.lines },
  };
}

interface Beside {
  readonly actor: Actor;
  readonly steps: readonly StoredStep[];
  readonly objections: readonly Objection[];
}

/** A step as its reader may see it: what a park says of itself is its own and the office's. */
function seesStep(actor: Actor, { kind, area }: StoredStep, own: readonly string[]): boolean {
  if (may(actor, "evaluation.survey") || own.includes(area)) return true;
  return !["self-assessed", "confirmed", "replaced"].includes(kind);
}

export function evaluationView(shown: Shown, { actor, steps, objections }: Beside): EvaluationView {
  const { evaluation, scheme, registry, language } = shown;
  const names = glossaryOf(shown);
  const own = ownAreas(actor, evaluation);
  const { pools, visibility } = scheme.body;
  const surveys = may(actor, "evaluation.survey");
  const members =
    surveys || isAnnounced(evaluation)
      ? evaluation.members
      : evaluation.members.filter(({ area }) => own.includes(area));
  const counted = surveys ? objections : objections.filter(({ area }) => own.includes(area));
  return {
    ...summaryView(shown, actor),
    members: members.map(({ area, type }) => {
      const pool = pools.find(({ types }) => types.includes(type));
      return {
        area: names.ref("area", area),
        type: names.ref("parkType", type),
        pool: pool === undefined ? null : names.ref("pool", pool.code),
      };
    }),
    next: may(actor, "evaluation.manage") ? nextStages(evaluation) : [],
    visibility,
    unverified: unverifiedPlaces(scheme.body).length,
    objections: {
      open: counted.filter(({ state }) => state === "open").length,
      upheld: counted.filter(({ reply }) => reply?.conclusion === "upheld").length,
      all: counted.length,
    },
    steps: steps
      .filter((step) => seesStep(actor, step, own))
      .map(({ id, stage, kind, area, name, note, points, leaves, recordedAt }) => ({
        ...{ id, stage, kind, by: name, points, leaves, recordedAt },
        // What the office notes for itself stays with it.
        note: surveys || own.includes(area) ? note : null,
        area: area === evaluation.city ? null : areaRef({ registry, language }, area),
      })),
    mine: own.map((area) => names.ref("area", area)),
    sees: surveys ? "everything" : isAnnounced(evaluation) ? "levels" : "own",
  };
}
