import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { faultSentence } from "../../upload.ts";
import { type Managed, readManaged } from "./request.ts";

/** A target's plan, judgement and evidence, as the office manages them. */
export function useManaged(target: string) {
  const { language } = useText();
  return useQuery({
    queryKey: ["decision", language, target],
    queryFn: ({ signal }) => readManaged(target, signal),
    staleTime: 5_000,
  });
}

/** A write by the office: what it moves is read anew, and so is what somebody else wrote in between. */
export function useOfficeWrite(write: () => Promise<Managed>, onSaved: () => void) {
  const queries = useQueryClient();
  const readAnew = () => queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== "session" });
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      onSaved();
      void readAnew();
    },
    onError: (error) => {
      if (isStale(error)) void readAnew();
    },
  });
}

export const isStale = (error: Error | null): boolean => error instanceof ApiError && error.status === 412;

/** What went wrong, as a sentence; undefined where nothing did. */
export function useSentence(error: Error | null): string | undefined {
  const { say } = useText();
  if (error === null) return undefined;
  return isStale(error) ? say("decision.stale") : faultSentence(error, say("page.state.offline"));
}
