import { useText } from "../../text/text.ts";
import "./watermark.css";

/** A quiet repeated word behind figures that are not published, on the screen and on paper. */
export function Watermark() {
  const { say } = useText();
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern
          id="watermark-word"
          width="260"
          height="150"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="20" y="90" className="watermark-word">
            {say("report.unpublished")}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark-word)" />
    </svg>
  );
}
