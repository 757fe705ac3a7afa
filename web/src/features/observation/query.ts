import { useQuery } from "@tanstack/react-query";
import { readObservations, readVersions } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** One figure with all its versions and what contradicts it. */
export function useVersions(id: string) {
  const { asOf } = useCut();
  const { language } = useText();
  const query = asOf === undefined ? {} : { asOf };
  return useQuery({
    queryKey: ["versions", language, id, query],
    queryFn: ({ signal }) => readVersions(id, query, signal),
  });
}

/** The figures of an area or of an indicator, as known and published at the chosen times. */
export function useObservations(by: { readonly area: string } | { readonly indicator: string }) {
  const { asOf, publishedBy } = useCut();
  const { language } = useText();
  const query = {
    ...by,
    ...(asOf === undefined ? {} : { asOf }),
    ...(publishedBy === undefined ? {} : { publishedBy }),
  };
  return useQuery({
    queryKey: ["observations", language, query],
    queryFn: ({ signal }) => readObservations(query, signal),
  });
}
