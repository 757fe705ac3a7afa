import { useQuery } from "@tanstack/react-query";
import { readArea, readAreas } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** All areas of the view: the page of one finds itself among them, with the names of its neighbours. */
export function useAreas() {
  const { asOf, city } = useCut();
  const { language } = useText();
  const query = { ...(asOf === undefined ? {} : { asOf }), ...(city === undefined ? {} : { city }) };
  return useQuery({
    queryKey: ["areas", language, query],
    queryFn: ({ signal }) => readAreas(query, signal),
  });
}

/** One area with what it belongs to and who belongs to it. */
export function useArea(code: string) {
  const { asOf } = useCut();
  const { language } = useText();
  const query = asOf === undefined ? {} : { asOf };
  return useQuery({
    queryKey: ["area", language, code, query],
    queryFn: ({ signal }) => readArea(code, query, signal),
  });
}
