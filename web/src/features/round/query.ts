import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Round, readAreas, readCalibers, readIndicators, readProgress } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { readBothWords, readRound, readRounds } from "./request.ts";

export function useRounds() {
  const { language } = useText();
  return useQuery({
    queryKey: ["rounds", language],
    queryFn: ({ signal }) => readRounds({}, signal),
    staleTime: 10_000,
  });
}

export function useRound(code: string) {
  const { language } = useText();
  return useQuery({
    queryKey: ["round", language, code],
    queryFn: ({ signal }) => readRound(code, signal),
    staleTime: 5_000,
  });
}

/** What the editor of a round needs besides the round: what it may ask for, of whom, counted how. */
export function useChoices() {
  const { language } = useText();
  return useQuery({
    queryKey: ["round-choices", language],
    queryFn: async ({ signal }) => {
      const [areas, indicators, calibers, progress] = await Promise.all([
        readAreas({}, signal),
        readIndicators({}, signal),
        readCalibers({}, signal),
        readProgress({}, signal),
      ]);
      const usual = new Map(progress.map(({ target }) => [target.indicator.code, target.caliber.code]));
      return { areas, indicators: indicators.filter(({ measure }) => measure !== "milestone"), calibers, usual };
    },
    staleTime: 300_000,
  });
}
export type Choices = NonNullable<ReturnType<typeof useChoices>["data"]>;

/** Name and instructions of a round in both languages. */
export function useBothWords(code: string) {
  return useQuery({
    queryKey: ["round", "words", code],
    queryFn: ({ signal }) => readBothWords(code, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

/** A change of a round; what rests on rounds is read again. */
export function useRoundChange<Input>(change: (input: Input) => Promise<Round>) {
  const { language } = useText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (round) => {
      queries.setQueryData(["round", language, round.code], round);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== "round-choices" && name !== "session",
      });
    },
  });
}
