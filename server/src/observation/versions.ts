import type { FigureClass } from "@yuanbiao/core/access";
import { conflictsById, findConflicts, groupFigures } from "@yuanbiao/core/conflict";
import { listObservations, listObservationVersions } from "@yuanbiao/db/queries/observation";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { observationView } from "../wire/observation.ts";
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
  const alike = await listObservations(context.store, cut, { areas: [newest.area], indicator: newest.indicator });
  const others = declared.flatMap(({ observations }) => [...observations]);
  const named = await listObservations(context.store, cut, { ids: others });
  const figures = [...new Map([...alike, ...named].map((figure) => [figure.id, figure])).values()];
  const conflicts = findConflicts(groupFigures(figures), declared).filter(({ observations }) =>
    observations.includes(id),
  );
  const index = conflictsById(conflicts);
  // User names are the installation's own; by clearance alone, as answers are kept.
  const isNamed = clearance !== "public";
  return {
    items: versions
      .map((figure, position) => ({
        ...observationView(speech, figure, index),
        supersededAt: versions[position + 1]?.recordedAt ?? null,
        recordedBy: isNamed ? figure.recordedBy : null,
        changeReason: figure.changeReason,
        changeNote: figure.changeNote,
      }))
      .toReversed(),
    nextCursor: null,
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
