import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { readAreas } from "../../api.ts";
import { useText } from "../../text/text.ts";
import {
  askWhatIf,
  type Evaluation,
  readAnalysis,
  readBothNames,
  readComparison,
  readEvaluation,
  readEvaluations,
  readResults,
  readRevisions,
  readScheme,
  readSchemes,
  readStanding,
  type Supposition,
} from "./request.ts";

/** Everything of assessments stands under this name, so that one step renews it all. */
const all = "evaluation";

export function useEvaluations() {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "list", language],
    queryFn: ({ signal }) => readEvaluations(signal),
    staleTime: 10_000,
  });
}

const oneKey = (language: string, id: string) => [all, "one", language, id] as const;

export function useEvaluation(id: string) {
  const { language } = useText();
  return useQuery({
    queryKey: oneKey(language, id),
    queryFn: ({ signal }) => readEvaluation(id, signal),
    staleTime: 5_000,
  });
}

export function useBothNames(id: string) {
  return useQuery({
    queryKey: [all, "names", id],
    queryFn: ({ signal }) => readBothNames(id, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useResults(id: string) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "results", language, id],
    queryFn: ({ signal }) => readResults(id, signal),
    staleTime: 10_000,
  });
}

export function useStanding(id: string, area: string) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "standing", language, id, area],
    queryFn: ({ signal }) => readStanding(id, area, signal),
    staleTime: 10_000,
  });
}

/** What changed from another run to this one; nothing is asked where there is none. */
export function useComparison(id: string, other: string | null) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "comparison", language, id, other],
    queryFn: ({ signal }) => readComparison(id, other ?? "", signal),
    enabled: other !== null,
    staleTime: 30_000,
  });
}

export function useRevisions(id: string, isSealed: boolean) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "revisions", language, id],
    queryFn: ({ signal }) => readRevisions(id, signal),
    enabled: isSealed,
    staleTime: 30_000,
  });
}

/** `spread`: by how many percent the weights are moved. */
export function useAnalysis(id: string, spread: string) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "analysis", language, id, spread],
    queryFn: ({ signal }) => readAnalysis(id, spread, signal),
    placeholderData: (before, query) => (query?.queryKey[3] === id ? before : undefined),
    staleTime: 60_000,
  });
}

export function useSchemes(isWanted: boolean) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "schemes", language],
    queryFn: ({ signal }) => readSchemes(signal),
    enabled: isWanted,
    staleTime: 30_000,
  });
}

export function useScheme(code: string) {
  const { language } = useText();
  return useQuery({
    queryKey: [all, "scheme", language, code],
    queryFn: ({ signal }) => readScheme(code, signal),
    enabled: code !== "",
    staleTime: 30_000,
  });
}

export function useAreas(isWanted: boolean) {
  const { language } = useText();
  return useQuery({
    queryKey: ["areas", language, {}],
    queryFn: ({ signal }) => readAreas({}, signal),
    enabled: isWanted,
    staleTime: 60_000,
  });
}

/** 情景测算: asked, shown and forgotten. */
export function useWhatIf(id: string) {
  return useMutation({ mutationFn: (supposition: Supposition) => askWhatIf(id, supposition) });
}

/** Something done to an assessment: its answer is shown at once, whatever rests on it is read again; a stale one too. */
export function useAct<Input>(act: (input: Input) => Promise<Evaluation>) {
  const { language } = useText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (evaluation) => queries.setQueryData(oneKey(language, evaluation.id), evaluation),
    onSettled: () => queries.invalidateQueries({ queryKey: [all] }),
  });
}
