import type { ReactNode } from "react";

/** An action with what it needs beside it. */
export function NextLine({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className="next-line">
      {action}
      <p className="quiet">{children}</p>
    </div>
  );
}
