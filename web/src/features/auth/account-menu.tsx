import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Actor } from "@yuanbiao/core/access";
import { useRef } from "react";
import { roleWords } from "../../text/role-words.ts";
import { useText } from "../../text/text.ts";
import { leave } from "./entry.ts";
import { signOut } from "./request.ts";
import "./account-menu.css";

/** Who is signed in, with the way to one's own account and out. */
export function AccountMenu({ actor }: { actor: Actor }) {
  const { say } = useText();
  const menu = useRef<HTMLDetailsElement>(null);
  // Also where the server cannot be reached or the session is over: whoever leaves shall see nothing more.
  const leaving = useMutation({ mutationFn: () => signOut(), onSettled: leave });
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      ref={menu}
      className="account-menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={({ key }) => {
        if (key !== "Escape") return;
        close();
        menu.current?.querySelector("summary")?.focus();
      }}
    >
      <summary className="button-quiet" aria-label={say("auth.menu", { name: actor.name })}>
        <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2a3 3 0 1 1 0 6a3 3 0 1 1 0-6M2.500 14.500c.5-3 2.500-4.500 5.500-4.500s5 1.500 5.500 4.500" />
        </svg>
        <span className="account-menu-name">{actor.name}</span>
      </summary>
      <div className="account-menu-list">
        <p className="account-menu-who">
          <strong>{actor.name}</strong>
          <span className="quiet">{roleWords(actor.grants, say)}</span>
        </p>
        <Link to="/account" className="account-menu-item" onClick={close}>
          {say("auth.own.name")}
        </Link>
        <button
          type="button"
          className="account-menu-item"
          disabled={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          {say("auth.signOut")}
        </button>
      </div>
    </details>
  );
}
