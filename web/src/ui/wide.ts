import { useSyncExternalStore } from "react";

/** Whether the window is at least so many pixels wide. */
export function useWide(pixels: number): boolean {
  const media = window.matchMedia(`(min-width: ${pixels}px)`);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => media.matches,
  );
}
