import { useEffect, useMemo, useRef } from "react";
import type { LineItem } from "../../api.ts";
import type { Drafts } from "./draft.ts";
import type { Drafting } from "./drafting.ts";
import type { LineActions } from "./line-actions.ts";
import type { Attaching } from "./line-evidence.tsx";
import { isBlock, type Pasted, type Place, pasteBlock, readBlock } from "./paste.ts";

/** Puts the cursor into a line, where one sees it. */
export function focusLine(indicator: string): void {
  const field = document.getElementById(`value-${indicator}`);
  field?.focus({ preventScroll: true });
  field?.closest(".form-line")?.scrollIntoView({ block: "center" });
  if (field instanceof HTMLInputElement) field.select();
}

/** What the form does when something happens in one of its lines. */
export interface Heard {
  readonly onFocus: (indicator: string) => void;
  readonly onAttach: (at: Attaching) => void;
  readonly onPasted: (result: Pasted, before: Drafts) => void;
}

const placesOf = (lines: readonly LineItem[]): Place[] =>
  lines.map(({ indicator: { code, name }, review }) => ({ indicator: code, name, isOpen: review !== "accepted" }));

/** What the fields of all lines do: the same while the form is open, so that a line is drawn only when it changes. */
export function useLineActions(drafting: Drafting, lines: readonly LineItem[], heard: Heard): LineActions {
  const latest = useRef({ lines, heard });
  useEffect(() => {
    latest.current = { lines, heard };
  });
  return useMemo(() => {
    const places = () => placesOf(latest.current.lines);
    return {
      focus: (indicator) => latest.current.heard.onFocus(indicator),
      attach: (indicator, file) => latest.current.heard.onAttach({ indicator, file }),
      change: (indicator, make) =>
        drafting.change((all) => {
          const draft = all.get(indicator);
          return draft === undefined ? all : new Map(all).set(indicator, make(draft));
        }),
      step: (indicator, by) => {
        const open = places().filter(({ isOpen }) => isOpen);
        const next = open[open.findIndex((place) => place.indicator === indicator) + by];
        if (next !== undefined) focusLine(next.indicator);
      },
      paste: (indicator, event) => {
        const text = event.clipboardData.getData("text/plain");
        if (!isBlock(text)) return;
        event.preventDefault();
        const before = drafting.get().drafts;
        const result = pasteBlock(before, readBlock(text), { places: places(), from: indicator });
        drafting.change(() => result.drafts);
        latest.current.heard.onPasted(result, before);
      },
    };
  }, [drafting]);
}
