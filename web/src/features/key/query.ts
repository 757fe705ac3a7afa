import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readKeys } from "./request.ts";

export function useKeys() {
  return useQuery({ queryKey: ["keys"], queryFn: ({ signal }) => readKeys(signal), staleTime: 5_000 });
}

export function useKeyChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["keys"] }) });
}
