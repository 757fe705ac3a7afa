import { useQuery } from "@tanstack/react-query";
import { readSeries } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** What a trend draws for one indicator in one area; `wanted` false waits until it is in sight. */
export function useSeries(area: string, indicator: string, wanted = true) {
  const { city: _, ...times } = useCut();
  const { language } = useText();
  const query = { area, indicator, ...times };
  return useQuery({
    queryKey: ["series", language, query],
    queryFn: ({ signal }) => readSeries(query, signal),
    enabled: wanted,
  });
}
