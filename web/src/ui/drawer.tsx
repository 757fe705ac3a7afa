import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../text/text.ts";
import "./drawer.css";

interface DrawerParts {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel at the side (at the bottom of a phone): the browser's own dialog keeps the focus and closes on Escape. */
export function Drawer({ title, onClose, children }: DrawerParts) {
  const { say } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on its backdrop
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="drawer-body">
        <header className="drawer-head">
          <h2 id="drawer-title">{title}</h2>
          <button type="button" className="button" onClick={onClose}>
            {say("page.close")}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
