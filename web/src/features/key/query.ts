import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readKeys, readOwnKeys } from "./request.ts";

/** Everybody's keys. */
export function useKeys() {
  return useQuery({ queryKey: ["keys", "all"], queryFn: ({ signal }) => readKeys(signal), staleTime: 5_000 });
}

export function useOwnKeys() {
  return useQuery({ queryKey: ["keys", "own"], queryFn: ({ signal }) => readOwnKeys(signal), staleTime: 5_000 });
}

export function useKeyChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ["keys"] }) });
}
