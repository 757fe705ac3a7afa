import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { holdUnsaved, isAnythingUnsaved } from "../unsaved.ts";
import { Dialog } from "./dialog.tsx";

/** Says of what is on the page whether it would be lost: a session that ends meanwhile does not lead away from it. */
export function useHeld(isDirty: boolean): void {
  useEffect(() => (isDirty ? holdUnsaved(() => true) : undefined), [isDirty]);
}

interface GuardParts {
  /** What is lost by leaving, as it is asked. */
  readonly words: { readonly title: string; readonly text: string; readonly action: string };
}

interface QuestionParts extends GuardParts {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks whether what is held as unsaved is to be left behind. */
export function LeaveQuestion({ words, onLeave, onStay }: QuestionParts) {
  return (
    <Dialog title={words.title} action={words.action} onAction={onLeave} onClose={onStay}>
      <p>{words.text}</p>
    </Dialog>
  );
}

/** Asks before what is held as unsaved is left behind; another language of the same page leaves nothing behind. */
export function LeaveGuard({ words }: GuardParts) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isAnythingUnsaved() && (current.pathname !== next.pathname || Reflect.get(next.search, "with") !== undefined),
    enableBeforeUnload: isAnythingUnsaved,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return <LeaveQuestion words={words} onLeave={proceed} onStay={reset} />;
}
