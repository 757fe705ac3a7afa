import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readAreas, readDepartments } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { readAccounts } from "./request.ts";

export function useAccounts() {
  return useQuery({ queryKey: ["accounts"], queryFn: ({ signal }) => readAccounts(signal), staleTime: 5_000 });
}

/** The areas and departments that a role may be given for. */
export function useReaches() {
  const { language } = useText();
  return useQuery({
    queryKey: ["account-reaches", language],
    queryFn: async ({ signal }) => {
      const [areas, departments] = await Promise.all([readAreas({}, signal), readDepartments({}, signal)]);
      return { areas: areas.filter(({ to }) => to === null), departments };
    },
    staleTime: 300_000,
  });
}
export type Reaches = NonNullable<ReturnType<typeof useReaches>["data"]>;

/** A change of an account; the list is read again, also where somebody else was faster. */
export function useAccountChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
}
