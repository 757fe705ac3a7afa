import { useQuery } from "@tanstack/react-query";
import { readTarget } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** One target with its citations, revisions and decomposition, as known at the chosen time. */
export function useTarget(id: string) {
  const { on, asOf } = useCut();
  const { language } = useText();
  const query = { ...(on === undefined ? {} : { on }), ...(asOf === undefined ? {} : { asOf }) };
  return useQuery({
    queryKey: ["target", language, id, query],
    queryFn: ({ signal }) => readTarget(id, query, signal),
  });
}
