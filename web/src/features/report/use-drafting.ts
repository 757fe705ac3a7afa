import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { holdUnsaved } from "../../unsaved.ts";
import { isUnsaved } from "./draft.ts";
import { type Drafting, makeDrafting } from "./drafting.ts";
import { useHear } from "./query.ts";
import { readReport, saveEdits } from "./request.ts";

/** The drafts of a report for as long as its form is open; what the server says of it is merged into them. */
export function useDrafting(report: Report): Drafting {
  const hear = useHear();
  const { id } = report;
  const [drafting] = useState(() =>
    makeDrafting(report.lineItems, {
      save: (edits) => saveEdits(id, edits),
      read: () => readReport(id, new AbortController().signal),
      heard: hear,
    }),
  );
  useEffect(() => drafting.merge(report.lineItems), [drafting, report.lineItems]);
  useEffect(() => {
    const retry = () => void drafting.flush();
    window.addEventListener("online", retry);
    window.addEventListener("focus", retry);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("focus", retry);
      drafting.stop();
    };
  }, [drafting]);
  return drafting;
}

/** Nobody loses what they typed by going elsewhere: it is saved first, and where that fails one is asked. */
export function useKeeping(drafting: Drafting): void {
  const { say } = useText();
  const hasUnsaved = useCallback(() => [...drafting.get().drafts.values()].some(isUnsaved), [drafting]);
  useEffect(() => holdUnsaved(hasUnsaved), [hasUnsaved]);
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !hasUnsaved()) return false;
      return !(await drafting.flush()) && !window.confirm(say("report.form.save.leave"));
    },
    enableBeforeUnload: hasUnsaved,
  });
}
