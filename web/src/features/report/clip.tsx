import { useText } from "../../text/text.ts";
import "./clip.css";

interface ClipParts {
  readonly name: string;
  readonly count: number;
  readonly onOpen: () => void;
}

/** The clip at a line: how many files support its figure. */
export function Clip({ name, count, onOpen }: ClipParts) {
  const { say } = useText();
  return (
    <button
      type="button"
      className={count > 0 ? "clip clip-some" : "clip"}
      aria-label={say("report.evidence.ofLine", { name, count })}
      title={say("report.evidence.title")}
      onClick={onOpen}
    >
      <svg className="clip-mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M12.5 7.5l-5 5a3 3 0 0 1-4.3-4.3l5.500-5.500a2 2 0 0 1 2.900 2.900l-5.400 5.400a1 1 0 0 1-1.500-1.500l4.800-4.800" />
      </svg>
      {count > 0 && count}
    </button>
  );
}
