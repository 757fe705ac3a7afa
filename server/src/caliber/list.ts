import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { caliberRef, noteOf, type Speech } from "../wire/speech.ts";
import type { CaliberList, CaliberView } from "./shape.ts";

export interface CaliberQuery {
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Calibers by code, each part as far as the source says it, in the language of the request. */
export async function listCaliberViews(
  context: Context,
  language: Language,
  query: CaliberQuery,
): Promise<z.infer<typeof CaliberList>> {
  const registry = await context.registries.at(query.asOf ?? null);
  const speech: Speech = { registry, language };
  const page = pageOf([...registry.calibers.values()], ({ code }) => code, query);
  const items = page.items.map(
    (caliber): z.infer<typeof CaliberView> => ({
      ...caliberRef(speech, caliber.code),
      scope: noteOf(speech, caliber.scope, caliber.scopeEn),
      population: noteOf(speech, caliber.population, caliber.populationEn),
      denominator: noteOf(speech, caliber.denominator, caliber.denominatorEn),
      level: noteOf(speech, caliber.level, caliber.levelEn),
      price: noteOf(speech, caliber.price, caliber.priceEn),
      classification: noteOf(speech, caliber.classification, caliber.classificationEn),
      version: caliber.version,
      recordedAt: caliber.recordedAt,
    }),
  );
  return { items, nextCursor: page.nextCursor };
}
