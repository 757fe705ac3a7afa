import { useQuery } from "@tanstack/react-query";
import type { Caliber } from "@yuanbiao/core/caliber";
import type { SchemeContext } from "@yuanbiao/core/scheme-fault";
import { type Caliber as CaliberView, readCalibers, readIndicators } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { readComparison, readScheme, readSchemes } from "./request.ts";

export function useSchemes() {
  const { language } = useText();
  return useQuery({
    queryKey: ["schemes", language],
    queryFn: ({ signal }) => readSchemes(signal),
    staleTime: 10_000,
  });
}

/** While another language is being read the one before stays, and with it what is being typed. */
export function useScheme(code: string) {
  const { language } = useText();
  return useQuery({
    queryKey: ["scheme", language, code],
    queryFn: ({ signal }) => readScheme(code, signal),
    placeholderData: (before) => (before?.code === code ? before : undefined),
    staleTime: 5_000,
  });
}

export function useComparison(code: string, other: string) {
  const { language } = useText();
  return useQuery({
    queryKey: ["scheme-comparison", language, code, other],
    queryFn: ({ signal }) => readComparison(code, other, signal),
    staleTime: 10_000,
  });
}

/** The parts in words are enough to say whether a caliber says anything. */
const caliberOf = ({ code, name, ...view }: CaliberView): Caliber => ({
  ...{ code, name, nameEn: null, scope: view.scope, scopeEn: null, population: view.population, populationEn: null },
  ...{ denominator: view.denominator, denominatorEn: null, level: view.level, levelEn: null },
  ...{ price: view.price, priceEn: null, classification: view.classification, classificationEn: null },
});

/** Indicators and calibers that a scheme may speak of. */
export function useChoices() {
  const { language } = useText();
  return useQuery({
    queryKey: ["scheme-choices", language],
    queryFn: async ({ signal }) => {
      const [indicators, calibers] = await Promise.all([readIndicators({}, signal), readCalibers({}, signal)]);
      const known: SchemeContext = {
        indicators: new Map(indicators.map((one) => [one.code, one])),
        calibers: new Map(calibers.map((one) => [one.code, caliberOf(one)])),
      };
      return { indicators, calibers, known };
    },
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
}
export type Choices = NonNullable<ReturnType<typeof useChoices>["data"]>;
