import { useQuery } from "@tanstack/react-query";
import { readCalibers, readIndicators } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** All indicators, as defined at the chosen time. */
export function useIndicators() {
  const { asOf } = useCut();
  const { language } = useText();
  const query = asOf === undefined ? {} : { asOf };
  return useQuery({
    queryKey: ["indicators", language, query],
    queryFn: ({ signal }) => readIndicators(query, signal),
  });
}

/** All calibers with their parts. */
export function useCalibers() {
  const { asOf } = useCut();
  const { language } = useText();
  const query = asOf === undefined ? {} : { asOf };
  return useQuery({
    queryKey: ["calibers", language, query],
    queryFn: ({ signal }) => readCalibers(query, signal),
  });
}
