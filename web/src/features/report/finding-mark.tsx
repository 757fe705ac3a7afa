import "./finding-mark.css";

const outlines = {
  hard: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
  soft: "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.4",
  explained: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4M5.2 8.2l2 2l3.8-4.2",
  returned: "M13 4v4h-8.6M7 5l-3 3l3 3",
} as const;

/** How a finding weighs, by its shape; the word stands beside it. */
export function FindingMark({ kind }: { kind: keyof typeof outlines }) {
  return (
    <svg className={`finding-mark finding-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[kind]} />
    </svg>
  );
}
