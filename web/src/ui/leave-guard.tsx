import { useBlocker } from "@tanstack/react-router";
import { Dialog } from "./dialog.tsx";

interface GuardParts {
  readonly isDirty: boolean;
  /** What is lost by leaving, as it is asked. */
  readonly words: { readonly title: string; readonly text: string; readonly action: string };
}

/** Asks before unsaved changes are left behind; another language of the same page leaves nothing behind. */
export function LeaveGuard({ isDirty, words }: GuardParts) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && (current.pathname !== next.pathname || Reflect.get(next.search, "with") !== undefined),
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Dialog title={words.title} action={words.action} onAction={proceed} onClose={reset}>
      <p>{words.text}</p>
    </Dialog>
  );
}
