import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { type Content, readEffect, readReport, readReports } from "./request.ts";

/** The reports that the reader may see, of one round or of all. */
export function useReports(round?: string) {
  const { language } = useText();
  const query = round === undefined ? {} : { round };
  return useQuery({
    queryKey: ["reports", language, query],
    queryFn: ({ signal }) => readReports(query, signal),
    staleTime: 10_000,
  });
}

export const reportKey = (language: string, id: string) => ["report", language, id] as const;

export function useReport(id: string) {
  const { language } = useText();
  return useQuery({
    queryKey: reportKey(language, id),
    queryFn: ({ signal }) => readReport(id, signal),
    staleTime: 5_000,
  });
}

/** Some reports at once, each under its own key. */
export function useManyReports(ids: readonly string[]) {
  const { language } = useText();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: reportKey(language, id),
      queryFn: ({ signal }: { signal: AbortSignal }) => readReport(id, signal),
      staleTime: 5_000,
    })),
  });
}

/** Takes a report as the server answered it, and lets whatever rests on reports be read again. */
export function useHear(): (report: Report) => void {
  const { language } = useText();
  const queries = useQueryClient();
  return (report) => {
    queries.setQueryData(reportKey(language, report.id), report);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name !== "report" && name !== "session" && name !== "effect",
    });
  };
}

/** A step of a report: what it answers with is shown at once; a stale one is read again. */
export function useStep<Input>(id: string, take: (input: Input) => Promise<Report>) {
  const { language } = useText();
  const queries = useQueryClient();
  const hear = useHear();
  return useMutation({
    mutationFn: take,
    onSuccess: hear,
    onError: () => queries.invalidateQueries({ queryKey: reportKey(language, id) }),
  });
}

/** A value once it has stood still for a moment. */
function useSettled<Value>(value: Value, wait: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

/** What a figure would do, soon after it was typed; null asks nothing. */
export function useEffectOf({ id, lineItems }: Report, typed: { indicator: string; content: Content } | null) {
  const { language } = useText();
  // What other lines say bears on it too.
  const others = lineItems.reduce((sum, { version }) => sum + version, 0);
  const text = useSettled(typed === null ? "" : JSON.stringify(typed), 250);
  const isCurrent = typed !== null && text === JSON.stringify(typed);
  const query = useQuery({
    queryKey: ["effect", language, id, typed?.indicator, text, others],
    queryFn: ({ signal }) => readEffect(id, typed ?? { indicator: "", content: nothing }, signal),
    enabled: isCurrent,
    placeholderData: (before, query) =>
      query?.queryKey[3] === typed?.indicator ? keepPreviousData(before) : undefined,
    staleTime: 30_000,
  });
  return query;
}

const nothing: Content = { state: "empty", value: null, explanation: null, enterprises: null };
