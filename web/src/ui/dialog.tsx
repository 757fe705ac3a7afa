import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../text/text.ts";
import "./dialog.css";

interface DialogParts {
  readonly title: string;
  readonly children: ReactNode;
  /** The word on the button that does it. */
  readonly action: string;
  readonly onAction: () => void;
  readonly onClose: () => void;
  readonly isBusy?: boolean;
  readonly isReady?: boolean;
  /** It only tells something: there is nothing to go back from. */
  readonly isNotice?: boolean;
  readonly error?: ReactNode;
}

/** A question in the middle of the page: the browser's own dialog keeps the focus and closes on Escape. */
export function Dialog({
  title,
  children,
  action,
  onAction,
  onClose,
  isBusy,
  isReady = true,
  isNotice = false,
  error,
}: DialogParts) {
  const { say } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const act = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && isBusy !== true) onAction();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form className="dialog-body" method="dialog" onSubmit={act}>
        <h2 id={id}>{title}</h2>
        {children}
        {error !== undefined && (
          <div className="dialog-error" role="alert">
            {error}
          </div>
        )}
        <div className="dialog-foot">
          {!isNotice && (
            <button type="button" className="button" onClick={onClose}>
              {say("page.back")}
            </button>
          )}
          <button
            type="submit"
            className="button button-primary"
            disabled={!isReady || isBusy === true}
            // The second click of a double one comes before anything is busy: it would ask again for what is being done.
            onClick={(event) => event.detail > 1 && event.preventDefault()}
          >
            {action}
          </button>
        </div>
      </form>
    </dialog>
  );
}
