import { useId } from "react";
import "./watermark.css";

/** Han characters are as wide as they are high. */
const widthOf = (word: string): number =>
  [...word].reduce((width, letter) => width + (letter > "\u2e7f" ? 34 : 25), 90);

/** A quiet repeated word behind figures that are not published, on the screen and on paper. */
export function Watermark({ word }: { word: string }) {
  const id = useId();
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern
          id={id}
          width={widthOf(word)}
          height="150"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="20" y="90" className="watermark-word">
            {word}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
