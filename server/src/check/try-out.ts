import type { Check } from "@yuanbiao/core/check";
import { assembleReports, type PastFigure, tryOut } from "@yuanbiao/core/check-try-out";
import { type Observation, roles, stages } from "@yuanbiao/core/observation";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import type { Registry } from "../registry.ts";
import { requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { areaRef } from "../wire/speech.ts";
import type { TryOutBody, TryOutView } from "./shape.ts";
import { requireValid } from "./write.ts";

type Figure = Versioned<Observation>;
const mostFigures = 50_000;
const mostShown = 500;

/** The indicators that a check looks at; none named means every one. */
function indicatorsOf({ rule, indicators }: Check, known: Registry["indicators"]): string[] | undefined {
  if (rule.kind === "relation") return [...new Set([...rule.left, ...rule.right].map(({ indicator }) => indicator))];
  if (indicators.length === 0) return undefined;
  if (rule.kind !== "parts") return [...indicators];
  const partsOf = (code: string) => [known.get(code)?.numerator ?? code, known.get(code)?.denominator ?? code];
  return [...new Set(indicators.flatMap((code) => [code, ...partsOf(code)]))];
}

/** Of figures in several calibers those of the caliber that reaches furthest, so that a swing compares like with like. */
function inOneCaliber(figures: readonly Figure[]): Figure[] {
  const byKey = Map.groupBy(figures, ({ area, indicator }) => `${area} ${indicator}`);
  return [...byKey.values()].flatMap((group) => {
    const calibers = [...Map.groupBy(group, ({ caliber }) => caliber).values()];
    return calibers.toSorted((a, b) => b.length - a.length)[0] ?? [];
  });
}

function strength({ role, stage }: Figure): number {
  return roles.indexOf(role) * stages.length + stages.indexOf(stage);
}

/** One figure a question: the strongest that says a number plainly, not "more than"; what others say stands beside. */
function pastFigures(figures: readonly Figure[], { documents }: Registry): PastFigure[] {
  const groups = Map.groupBy(inOneCaliber(figures), ({ area, indicator, period }) => `${area} ${indicator} ${period}`);
  return [...groups.values()].flatMap((group): PastFigure[] => {
    const sorted = group.toSorted((a, b) => strength(a) - strength(b));
    const first = sorted.find(({ qualifier }) => qualifier === "=");
    if (first === undefined) return [];
    const others = sorted.filter((figure) => figure !== first);
    const published = others.flatMap(({ value, qualifier, document }) =>
      value === null ? [] : [{ value, qualifier, source: documents.get(document)?.name ?? document }],
    );
    const { area, period, indicator, caliber, state, value } = first;
    return [{ area, period, indicator, caliber, state, value, published }];
  });
}

/** Tries a check, stored or not, on the figures of a city. */
export async function tryCheck(
  context: Context,
  { check, city }: z.infer<typeof TryOutBody>,
  language: Language,
): Promise<z.infer<typeof TryOutView>> {
  const registry = await context.registries.at(null);
  requireKnown("city", city, cities(registry));
  await requireValid(context, check);
  const areas = [...registry.areas.values()].filter((area) => area.city === city).map(({ code }) => code);
  const cut = { asOf: null, publishedBy: null };
  const indicators = indicatorsOf(check, registry.indicators);
  const found = await listObservations(context.store, cut, { areas, indicators, limit: mostFigures + 1 });
  const figures = pastFigures(found.slice(0, mostFigures), registry);
  const { reports, counts } = tryOut(check, assembleReports(figures, registry.indicators));
  return {
    counts,
    figures: figures.length,
    limited: found.length > mostFigures,
    reports: reports.slice(0, mostShown).map(({ area, period, outcome, findings }) => ({
      area: areaRef({ registry, language }, area),
      period,
      outcome,
      findings: findings.map(({ code, indicators: lines, actual, expected, deviation }) => ({
        ...{ code, indicators: [...lines], actual, expected, deviation },
      })),
    })),
  };
}
