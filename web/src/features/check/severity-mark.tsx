import type { Severity } from "@yuanbiao/core/check";
import { useText } from "../../text/text.ts";

const outlines = {
  hard: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
  soft: "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.4",
} as const satisfies Record<Severity, string>;

/** How a check weighs, in word and shape. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { say } = useText();
  return (
    <span className={`check-severity check-${severity}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={outlines[severity]} />
      </svg>
      {say(`check.severity.${severity}`)}
    </span>
  );
}
