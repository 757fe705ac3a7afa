import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { type Fault, findFaults, joinFaults, type Parsed, parseTree } from "./fault.ts";
import { type PlacedMark, placedMarks, settleMarks } from "./mark.ts";
import type { Choices } from "./query.ts";
import { checkScheme, publishScheme, type SchemeView, saveScheme } from "./request.ts";
import { type Path, type Tree, writeAt } from "./tree.ts";

const pause = 400;

/** The value as it was when typing last paused. */
function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** What stands against the scheme: found here at once, said by the server a moment later. */
function useFaults(parsed: Parsed, choices: Choices, isFixed: boolean): Fault[] {
  const { language } = useText();
  const deferred = useDeferredValue(parsed);
  const found = useMemo(() => (isFixed ? [] : findFaults(deferred, choices.known)), [deferred, choices, isFixed]);
  const paused = usePaused(parsed);
  const [asked, setAsked] = useState({ of: paused, at: 0 });
  if (asked.of !== paused) setAsked({ of: paused, at: asked.at + 1 });
  const { data } = useQuery({
    queryKey: ["scheme-check", language, asked.at],
    queryFn: async ({ signal }) => {
      const faults = paused.scheme === null ? [] : (await checkScheme(paused.scheme, signal)).faults;
      return { of: paused, faults };
    },
    placeholderData: (before) => before,
    enabled: !isFixed && paused.scheme !== null,
    staleTime: 0,
    gcTime: 0,
  });
  return joinFaults(found, data && { faults: data.faults, isCurrent: data.of === parsed });
}

export const isStale = (error: Error | null): boolean => error instanceof ApiError && error.status === 412;

/** A scheme being written: what it was when it was read, what it is now, and what stands against it. */
export function useEditor(view: SchemeView, choices: Choices, isFixed: boolean) {
  const queries = useQueryClient();
  const [base, setBase] = useState(view);
  const [tree, setTree] = useState<Tree>(view.scheme);
  const [attempts, setAttempts] = useState(0);
  const parsed = useMemo(() => parseTree(tree), [tree]);
  const faults = useFaults(parsed, choices, isFixed);
  const marks = useMemo(() => placedMarks(tree), [tree]);
  const take = (next: SchemeView) => {
    setBase(next);
    setTree(next.scheme);
    queries.removeQueries({ queryKey: ["scheme-check"] });
    for (const name of ["schemes", "scheme", "scheme-comparison"]) void queries.invalidateQueries({ queryKey: [name] });
  };
  const saving = useMutation<SchemeView, Error, void>({
    mutationFn: async () => {
      if (parsed.scheme === null) throw new Error("not a scheme");
      return saveScheme(parsed.scheme, base.version);
    },
    onSuccess: take,
  });
  const publishing = useMutation<SchemeView, Error, void>({
    mutationFn: () => publishScheme(base.code, base.version),
    onSuccess: take,
  });
  const change = (make: (before: Tree) => Tree) => {
    saving.reset();
    setTree(make);
  };
  return {
    ...{ base, tree, faults, marks, saving, publishing, attempts, change },
    isDirty: tree !== base.scheme,
    set: (path: Path, value: unknown) => change((before) => writeAt(before, path, value)),
    settle: (settled: readonly PlacedMark[]) => change((before) => settleMarks(before, settled)),
    /** Nothing is sent while something is known to stand against it. */
    save: () => {
      setAttempts(attempts + 1);
      if (faults.length === 0 && parsed.scheme !== null) saving.mutate();
    },
  };
}
export type Editor = ReturnType<typeof useEditor>;
