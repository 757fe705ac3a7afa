import { z } from "@hono/zod-openapi";
import type { Figure } from "@yuanbiao/core/bearing";
import { figureClasses, qualifiers, roles, stages, valueStates } from "@yuanbiao/core/observation";
import { isWithheld } from "@yuanbiao/core/suppress";
import { decimal, Ref, Source } from "../shape.ts";
import { areaRef, caliberRef, documentRef, getDocument, indicatorRef, noteOf, type Speech } from "./speech.ts";

/** For each figure the others that it is in conflict with, by id. */
export type ConflictIndex = ReadonlyMap<string, readonly string[]>;

export const ObservationView = z
  .object({
    id: z.string(),
    indicator: Ref,
    area: Ref,
    caliber: Ref,
    period: z.string(),
    periodBasis: z.enum(["stated", "inferred"]),
    state: z.enum(valueStates),
    value: decimal.nullable(),
    text: z.string().nullable(),
    unit: z.string(),
    qualifier: z.enum(qualifiers),
    stage: z.enum(stages),
    role: z.enum(roles),
    reportedGrowth: z.string().nullable().openapi({ description: "percent as the source prints it", example: "9.19" }),
    priorComparable: decimal.nullable(),
    class: z.enum(figureClasses),
    source: Source,
    suppressed: z.boolean().openapi({ description: "withheld: an aggregate over fewer than three enterprises" }),
    note: z.string().nullable(),
    version: z.int(),
    recordedAt: z.string(),
    conflicts: z.array(z.string()),
  })
  .openapi("Observation");
export type ObservationView = z.infer<typeof ObservationView>;

function sourceView(speech: Speech, figure: Figure): Source {
  const document = getDocument(speech, figure.document);
  const ref = documentRef(speech, figure.document);
  const isPage = document.kind === "page" || document.kind === "feature";
  return {
    kind: isPage ? "page" : "document",
    document: ref,
    title: isPage ? ref.name : null,
    number: document.number,
    clause: figure.clause,
    publisher: document.publisher,
    publishedOn: figure.publishedOn,
    address: document.address,
    grade: document.grade,
  };
}

/** A figure as every answer shows it. */
export function observationView(speech: Speech, figure: Figure, conflicts: ConflictIndex): ObservationView {
  return {
    id: figure.id,
    indicator: indicatorRef(speech, figure.indicator),
    area: areaRef(speech, figure.area),
    caliber: caliberRef(speech, figure.caliber),
    period: figure.period,
    periodBasis: figure.periodBasis,
    state: figure.state,
    value: figure.value,
    text: noteOf(speech, figure.text, figure.textEn),
    unit: figure.unit,
    qualifier: figure.qualifier,
    stage: figure.stage,
    role: figure.role,
    reportedGrowth: figure.reportedGrowth,
    priorComparable: figure.priorComparable,
    class: figure.class,
    source: sourceView(speech, figure),
    suppressed: isWithheld(figure),
    note: noteOf(speech, figure.note, figure.noteEn),
    version: figure.version,
    recordedAt: figure.recordedAt,
    conflicts: [...(conflicts.get(figure.id) ?? [])],
  };
}
