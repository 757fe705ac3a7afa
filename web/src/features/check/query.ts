import { useQuery } from "@tanstack/react-query";
import { readAreas, readIndicators } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { readChecks } from "./request.ts";

export function useChecks() {
  return useQuery({ queryKey: ["checks"], queryFn: ({ signal }) => readChecks(signal), staleTime: 5_000 });
}

/** What a check may name, and the cities on whose figures it can be tried. */
export function useChoices() {
  const { language } = useText();
  return useQuery({
    queryKey: ["check-choices", language],
    queryFn: async ({ signal }) => {
      const [areas, indicators] = await Promise.all([readAreas({}, signal), readIndicators({}, signal)]);
      const cities = [...new Map(areas.map(({ city }) => [city.code, city.name]))];
      return { indicators, cities: cities.map(([value, label]) => ({ value, label })) };
    },
    staleTime: 300_000,
  });
}
export type Choices = NonNullable<ReturnType<typeof useChoices>["data"]>;
