import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../text/text.ts";
import { readObjections } from "./request.ts";

/** The objections to an assessment, or to all, as far as the reader may know of them. */
export function useObjections(evaluation?: string, isWanted = true) {
  const { language } = useText();
  return useQuery({
    queryKey: ["objections", language, evaluation],
    queryFn: ({ signal }) => readObjections(evaluation, signal),
    enabled: isWanted,
    staleTime: 10_000,
  });
}

/** A step of an objection: the lists and what the assessment says of them are read again. */
export function useObjecting<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name === "objections" || name === "evaluation",
      }),
  });
}
