import type { Status } from "../api.ts";
import { useText } from "../text/text.ts";
import { type LightShape, lightShapes, worstFirst } from "./light-shape.ts";
import "./light.css";

/** The patterns and symbols that lights refer to; once on the page. */
export function LightSymbols() {
  const colours = ["green", "amber", "red", "grey", "violet", "accent"];
  return (
    <svg className="light-symbols" aria-hidden="true" width="0" height="0">
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
        {worstFirst.flatMap((status) => [
          <LightSymbol key={status} id={`light-${status}`} shape={lightShapes[status]} provisional={false} />,
          <LightSymbol key={`${status}-p`} id={`light-${status}-p`} shape={lightShapes[status]} provisional />,
        ])}
      </defs>
    </svg>
  );
}

function LightSymbol({ id, shape, provisional }: { id: string; shape: LightShape; provisional: boolean }) {
  const hatched = provisional || shape.fill === "hatched";
  const fill = hatched ? `url(#hatch-${shape.colour})` : shape.fill === "solid" ? "currentColor" : "none";
  const mark = shape.fill === "solid" && !provisional ? "light-mark-on" : "light-mark";
  return (
    <symbol id={id} viewBox="0 0 16 16">
      <path d={shape.outline} fill={fill} className="light-outline" />
      {shape.mark !== null && <path d={shape.mark} className={mark} />}
    </symbol>
  );
}

interface Lit {
  readonly status: Status;
  readonly provisional?: boolean;
}

/** The light alone; whoever places it gives the text beside it. */
export function LightMark({ status, provisional = false }: Lit) {
  return (
    <svg className={`light-svg light-${lightShapes[status].colour}`} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#light-${status}${provisional ? "-p" : ""}`} />
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
