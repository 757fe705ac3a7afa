import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { caliberRef, type Speech } from "../wire/speech.ts";
import type { CaliberList, CaliberView } from "./shape.ts";

export interface CaliberQuery {
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Calibers by code, each part as far as the source says it. */
export async function listCaliberViews(
  context: Context,
  language: Language,
  query: CaliberQuery,
): Promise<z.infer<typeof CaliberList>> {
  const registry = await context.registries.at(query.asOf ?? null);
  const speech: Speech = { registry, language };
  const page = pageOf([...registry.calibers.values()], ({ code }) => code, query);
  const items = page.items.map((caliber): z.infer<typeof CaliberView> => {
    const { code, scope, population, denominator, level, price, classification, version, recordedAt } = caliber;
    return {
      ...caliberRef(speech, code),
      scope,
      population,
      denominator,
      level,
      price,
      classification,
      version,
      recordedAt,
    };
  });
  return { items, nextCursor: page.nextCursor };
}
