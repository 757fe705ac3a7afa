import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";

interface EntryParts {
  readonly action: string;
  readonly isBusy: boolean;
  readonly isReady?: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Whether the first field has the focus at once: where nothing else is on the page. */
  readonly isFirst?: boolean;
}

/** A form with one button; what is wrong stands above it. */
export function EntryForm({ action, isBusy, isReady = true, error, onSubmit, children, isFirst = true }: EntryParts) {
  const { say } = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isFirst) form.current?.querySelector("input")?.focus();
  }, [isFirst]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy) onSubmit();
  };
  return (
    <form ref={form} className="entry-form" onSubmit={submit}>
      {children}
      {error !== null && (
        <p className="dialog-error" role="alert">
          {error instanceof ApiError ? error.message : say("auth.errors.unreachable")}
        </p>
      )}
      <button type="submit" className="button button-primary entry-submit" disabled={isBusy || !isReady}>
        {action}
      </button>
    </form>
  );
}
