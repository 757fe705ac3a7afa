import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readSingleSignOn } from "./request.ts";

/** Something that changes who is signed in: afterwards that is asked again, and what others have read is forgotten. */
export function useEntry<Input, Answer>(enter: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      await queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
}

export function useSingleSignOn(): boolean {
  const query = useQuery({ queryKey: ["single-sign-on"], queryFn: ({ signal }) => readSingleSignOn(signal) });
  return query.data ?? false;
}

/** Leaves: the page is loaded anew, so that nothing of what was read stays on a computer that others use. */
export function leave(): void {
  window.location.assign("/sign-in");
}
