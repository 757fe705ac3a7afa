import { useQuery } from "@tanstack/react-query";
import { readAreas } from "../../api.ts";
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
