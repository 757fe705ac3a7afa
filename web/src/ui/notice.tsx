import type { ReactNode } from "react";
import "./notice.css";

interface NoticeParts {
  readonly kind?: "plain" | "warn" | "bad";
  /** Said at once to those who listen. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

/** Something to know or to answer, above what it is about. */
export function Notice({ kind = "plain", isLive = false, children }: NoticeParts) {
  return (
    <div className={`notice notice-${kind}`} {...(isLive && { role: "status" })}>
      {children}
    </div>
  );
}
