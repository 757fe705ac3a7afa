import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../text/text.ts";
import { readEntries, readOwnPanels, readPanels } from "./request.ts";

export function usePanels() {
  const { language } = useText();
  return useQuery({
    queryKey: ["panels", "all", language],
    queryFn: ({ signal }) => readPanels(signal),
    staleTime: 10_000,
  });
}

/** The criteria that the reader is asked to judge. */
export function useOwnPanels(isWanted = true) {
  const { language } = useText();
  return useQuery({
    queryKey: ["panels", "own", language],
    queryFn: ({ signal }) => readOwnPanels(signal),
    // In another language the rows stay while they are read again, and with them what is typed in them.
    placeholderData: (before) => before,
    enabled: isWanted,
    staleTime: 10_000,
  });
}

export function useEntries(assessment: string) {
  const { language } = useText();
  return useQuery({
    queryKey: ["panels", "entries", language, assessment],
    queryFn: ({ signal }) => readEntries(assessment, signal),
    staleTime: 10_000,
  });
}

/** A change of panels, scores or entries: they and the results that rest on them are read again. */
export function usePanelChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === "panels" || name === "evaluation" }),
  });
}
