import { countTargetsBy } from "@yuanbiao/db/queries/count";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { departmentRef, indicatorRef, noteOf, type Speech } from "../wire/speech.ts";
import type { IndicatorList, IndicatorView } from "./shape.ts";

export interface IndicatorQuery {
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Indicators by code, with definition, numerator and denominator. */
export async function listIndicatorViews(
  context: Context,
  language: Language,
  query: IndicatorQuery,
): Promise<z.infer<typeof IndicatorList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const speech: Speech = { registry, language };
  const targets = await countTargetsBy(context.store, { asOf }, "indicator");
  const page = pageOf([...registry.indicators.values()], ({ code }) => code, query);
  const items = page.items.map((indicator): z.infer<typeof IndicatorView> => {
    const { code, unit, measure, direction, timing, decimals, whole, numerator, denominator } = indicator;
    return {
      ...indicatorRef(speech, code),
      unit,
      measure,
      direction,
      timing,
      decimals,
      whole,
      numerator: numerator === null ? null : indicatorRef(speech, numerator),
      denominator: denominator === null ? null : indicatorRef(speech, denominator),
      rollUp: indicator.rollUp,
      department: indicator.department === null ? null : departmentRef(speech, indicator.department),
      definition: noteOf(speech, indicator.definition, indicator.definitionEn),
      targets: targets.get(code) ?? 0,
      version: indicator.version,
      recordedAt: indicator.recordedAt,
    };
  });
  return { items, nextCursor: page.nextCursor };
}
