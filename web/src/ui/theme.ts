import { useSyncExternalStore } from "react";
import { type Theme, themes } from "./tokens.ts";

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** The theme that the page is drawn in: the link's, else what stands on the document. */
export function useTheme(chosen: Theme | undefined): Theme {
  const current = useSyncExternalStore(subscribe, () => document.documentElement.dataset["theme"]);
  return chosen ?? themes.find((theme) => theme === current) ?? "light";
}
