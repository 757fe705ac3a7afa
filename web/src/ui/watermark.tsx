import { useId } from "react";
import "./watermark.css";

/** A quiet repeated word behind figures that are not published, on the screen and on paper. */
export function Watermark({ word }: { word: string }) {
  const id = useId();
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern id={id} width="260" height="150" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="20" y="90" className="watermark-word">
            {word}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
