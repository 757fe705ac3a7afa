import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const listeners = new Set<() => void>();
let isPrinting = false;

/** Redraws before the pages are counted: what is drawn later would be missing on paper. */
function turn(on: boolean): void {
  if (isPrinting === on) return;
  isPrinting = on;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

const media = window.matchMedia("print");
window.addEventListener("beforeprint", () => turn(true));
window.addEventListener("afterprint", () => turn(media.matches));
media.addEventListener("change", (event) => turn(event.matches));
isPrinting = media.matches;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the page is being printed: what scrolls or folds on the screen must then be there in full. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}
