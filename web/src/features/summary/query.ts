import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readSummary } from "../../api.ts";
import { cutOf, useView } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** The leaders' page of the view: one request. */
export function useSummary() {
  const view = useView();
  const { language } = useText();
  const query = { ...cutOf(view), ...(view.since === undefined ? {} : { since: view.since }) };
  return useQuery({
    queryKey: ["summary", language, query],
    queryFn: ({ signal }) => readSummary(query, signal),
    placeholderData: keepPreviousData,
  });
}
