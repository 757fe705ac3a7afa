import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readProgress } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** The progress of all targets of the view, of one area's or of one indicator's. */
export function useProgress(by: { readonly area?: string; readonly indicator?: string } = {}) {
  const { city, ...times } = useCut();
  const { language } = useText();
  const isAbout = by.area !== undefined || by.indicator !== undefined;
  const query = { ...times, ...by, ...(isAbout || city === undefined ? {} : { city }) };
  return useQuery({
    queryKey: ["progress", language, query],
    queryFn: ({ signal }) => readProgress(query, signal),
    placeholderData: keepPreviousData,
  });
}
