import { useBlocker } from "@tanstack/react-router";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";

/** Asks before unsaved changes are left behind; another language of the same page leaves nothing behind. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { say } = useText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && (current.pathname !== next.pathname || Reflect.get(next.search, "with") !== undefined),
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Dialog title={say("scheme.leave.title")} action={say("scheme.leave.action")} onAction={proceed} onClose={reset}>
      <p>{say("scheme.leave.text")}</p>
    </Dialog>
  );
}
