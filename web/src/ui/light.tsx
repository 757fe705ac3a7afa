import type { Status } from "../api.ts";
import { useText } from "../text/text.ts";
import { lightShapes } from "./light-shape.ts";
import "./light.css";

/** The hatchings that lights and bars refer to; once on the page. */
export function LightPatterns() {
  const colours = ["green", "amber", "red", "grey", "violet", "accent"];
  return (
    <svg className="light-patterns" aria-hidden="true" width="0" height="0">
      <defs>
        {colours.map((colour) => (
          <pattern
            key={colour}
            id={`hatch-${colour}`}
            className={`light-${colour}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-ground" width="4" height="4" />
            <rect className="hatch-line" width="1.6" height="4" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

interface Lit {
  readonly status: Status;
  readonly provisional?: boolean;
}

/** The light alone; whoever places it gives the text beside it. Drawn in place: a `use` costs a tree of its own each. */
export function LightMark({ status, provisional = false }: Lit) {
  const { colour, outline, fill, mark } = lightShapes[status];
  const hatched = provisional || fill === "hatched";
  const ground = hatched ? `url(#hatch-${colour})` : fill === "solid" ? "currentColor" : "none";
  return (
    <svg className={`light-svg light-${colour}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outline} fill={ground} className="light-outline" />
      {mark !== null && <path d={mark} className={fill === "solid" && !provisional ? "light-mark-on" : "light-mark"} />}
    </svg>
  );
}

/** A light with its word; 初判 is said, not only hatched. `word` says more than the status where there is more to say. */
export function Light({ status, provisional = false, word }: Lit & { word?: string | undefined }) {
  const { say } = useText();
  return (
    <span
      className={`light light-${lightShapes[status].colour}`}
      data-status={status}
      title={say(`code.statusLong.${status}`)}
    >
      <LightMark status={status} provisional={provisional} />
      <span className="light-word">{word ?? say(`code.status.${status}`)}</span>
      {provisional && <span className="light-tag">{say("page.provisional")}</span>}
    </span>
  );
}
