import type { FigureClass } from "@yuanbiao/core/access";
import type { Figure } from "@yuanbiao/core/bearing";
import { conflictsById, findConflicts, groupFigures } from "@yuanbiao/core/conflict";
import { reportId } from "@yuanbiao/core/report";
import { traced } from "@yuanbiao/db/footprint";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { listObservations, listObservationVersions } from "@yuanbiao/db/queries/observation";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { listFigures } from "../standing-figures.ts";
import { type ConflictIndex, observationView } from "../wire/observation.ts";
import { roundOfDocument } from "../wire/round-document.ts";
import type { Speech } from "../wire/speech.ts";
import type { ObservationVersions } from "./shape.ts";

export interface VersionsQuery {
  readonly id: string;
  readonly asOf?: string | undefined;
  readonly clearance: FigureClass;
}

/** Every version of a figure, newest first, with what contradicts it. */
export async function listVersions(
  context: Context,
  language: Language,
  { id, asOf: instant, clearance }: VersionsQuery,
): Promise<z.infer<typeof ObservationVersions>> {
  const asOf = instant ?? null;
  const versions = (await listObservationVersions(context.store, id, { clearance })).filter(
    ({ recordedAt }) => asOf === null || recordedAt <= asOf,
  );
  const newest = versions.at(-1);
  if (newest === undefined) throw new Refusal(404, "unknown-observation");
  const registry = await context.registries.at(asOf);
  const speech: Speech = { registry, language };
  const declared = registry.conflicts.filter(({ observations }) => observations.includes(id));
  const cut = { asOf, publishedBy: null, clearance };
  const alike = await listFigures(context.store, cut, { areas: [newest.area], indicator: newest.indicator });
  const others = declared.flatMap(({ observations }) => [...observations]);
  const named = await listObservations(context.store, cut, { ids: others });
  const figures = [...new Map([...alike, ...named].map((figure) => [figure.id, figure])).values()];
  const conflicts = findConflicts(groupFigures(figures), declared).filter(({ observations }) =>
    observations.includes(id),
  );
  const index = conflictsById(conflicts);
  // User names are the installation's own; by clearance alone, as answers are kept.
  const isNamed = clearance !== "public";
  const writers = isNamed ? versions.map(({ recordedBy }) => recordedBy) : [];
  // In a trace of its own: an answer that rests on accounts is kept for nobody, and a name may be a day old here.
  const { made: names } = await traced(() => findAccountNames(context.store, writers));
  return {
    items: versions
      .map((figure, position) => ({
        ...observationView(speech, figure, index),
        supersededAt: versions[position + 1]?.recordedAt ?? null,
        recordedBy: isNamed ? figure.recordedBy : null,
        by: names.get(figure.recordedBy) ?? null,
        changeReason: figure.changeReason,
        changeNote: figure.changeNote,
      }))
      .toReversed(),
    nextCursor: null,
    ...originOf(speech, newest, { alike, index }),
    conflicts: conflicts.map(({ code, kind, reason, observations }) => ({
      code,
      kind,
      reason: spoken(language, reason ?? "", declared.find((row) => row.code === code)?.reasonEn ?? null),
      observations: figures
        .filter((figure) => observations.includes(figure.id))
        .map((figure) => observationView(speech, figure, index)),
    })),
  };
}

/** The report that a figure comes from, and what else its line said there. */
function originOf(
  speech: Speech,
  { id, document, area, period, caliber }: Figure,
  { alike, index }: { alike: readonly Figure[]; index: ConflictIndex },
): Pick<z.infer<typeof ObservationVersions>, "report" | "sameLine"> {
  const round = roundOfDocument(document);
  if (round === null) return { report: null, sameLine: [] };
  const isSameLine = (figure: Figure): boolean =>
    figure.id !== id && figure.document === document && figure.period === period && figure.caliber === caliber;
  return {
    report: reportId(round, area),
    sameLine: alike.filter(isSameLine).map((figure) => observationView(speech, figure, index)),
  };
}
