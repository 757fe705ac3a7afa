import { useEffect, useState } from "react";

/** The places that fold: a group's own settings, and its criteria. */
const folds = [/^groups\[\d+\]\.criteria\[\d+\]/, /^groups\[\d+\](?=\.(?!criteria))/];

/** What must be unfolded so that a place can be seen. */
export function foldsAround(place: string): string[] {
  return folds.flatMap((fold) => fold.exec(place)?.[0] ?? []);
}

/** A place and those around it, the nearest first: `a[0].b`, `a[0]`, `a`. */
export function aroundOf(place: string): string[] {
  const shorter = place.replace(/(?:\[\d+\]|\.?[^.[\]]+)$/, "");
  return place === "" ? [] : [place, ...aroundOf(shorter)];
}

function focusAt(place: string): void {
  for (const around of aroundOf(place)) {
    const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(around)}"]`);
    if (found === null) continue;
    const control =
      found.matches("fieldset") && around !== place
        ? found
        : found.querySelector<HTMLElement>("input, select, textarea");
    (control ?? found).focus();
    found.scrollIntoView({ block: "center" });
    return;
  }
}

/** What is unfolded, and the way to a place. */
export function useJump() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [goal, setGoal] = useState<{ place: string } | null>(null);
  useEffect(() => {
    if (goal !== null) focusAt(goal.place);
  }, [goal]);
  return {
    isOpen: (place: string) => open.has(place),
    toggle: (place: string) => {
      const next = new Set(open);
      if (!next.delete(place)) next.add(place);
      setOpen(next);
    },
    jump: (place: string) => {
      setOpen(new Set([...open, ...foldsAround(place)]));
      setGoal({ place });
    },
  };
}
