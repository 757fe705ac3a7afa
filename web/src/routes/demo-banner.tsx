import { useQuery } from "@tanstack/react-query";
import { api, good, until } from "../api.ts";
import { useText } from "../text/text.ts";

const readHealth = async (signal: AbortSignal) =>
  (await good(api.health.$get({ param: {}, query: {} }, until(signal)))).json();

/** Says on every page, on paper too, that the figures are made up; nothing anywhere else. */
export function DemoBanner() {
  const { say } = useText();
  const health = useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => readHealth(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (health.data?.demo !== true) return null;
  return <p className="demo-banner">{say("page.demo")}</p>;
}
