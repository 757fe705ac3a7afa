import type { Series } from "../api.ts";
import { type Colour, palettes, type Theme } from "../ui/tokens.ts";
import { lineColours, linesOf, nameOf } from "./trend.ts";
import type { TrendWords } from "./trend-beside.ts";
import "./trend-key.css";

interface Stroke {
  readonly name: string;
  readonly colour: Colour;
  readonly dash?: string;
  /** A mark on a whisker instead of a line. */
  readonly isMark?: boolean;
}

/** What the lines of the picture are, where there is no room for their names at their ends. */
export function strokesOf(series: Series, words: TrendWords): readonly Stroke[] {
  const lines = linesOf(series);
  const kinds = new Set(series.paths.map(({ kind }) => kind));
  const strokes: readonly (Stroke | false)[] = [
    ...lines.map(
      (line, at): Stroke | false =>
        lines.length > 1 && { name: nameOf(line, series), colour: lineColours[at % lineColours.length] ?? "accent" },
    ),
    kinds.has("document") && { name: words.documentPath, colour: "inkFaint" },
    kinds.has("decomposed") && { name: words.decomposedPath, colour: "inkFaint" },
    kinds.has("catch-up") && { name: words.catchUpPath, colour: "inkFaint", dash: "4 3" },
    (series.forecast?.points.length ?? 0) > 0 && {
      ...{ name: words.forecast, colour: "accent", dash: "1.5 2.5" },
      isMark: series.forecast?.points.length === 1,
    },
  ];
  return strokes.filter((stroke) => stroke !== false);
}

export function TrendKey({ series, words, theme }: { series: Series; words: TrendWords; theme: Theme }) {
  return (
    <ul className="trend-key quiet">
      {strokesOf(series, words).map((stroke) => (
        <li key={stroke.name}>
          <Sample {...stroke} ink={palettes[theme][stroke.colour]} />
          {stroke.name}
        </li>
      ))}
    </ul>
  );
}

function Sample({ dash, isMark = false, ink }: Stroke & { ink: string }) {
  return (
    <svg className="trend-key-line" viewBox="0 0 20 8" aria-hidden="true">
      {isMark ? (
        <circle cx="10" cy="4" r="3" fill="none" stroke={ink} strokeWidth="1.5" />
      ) : (
        <line x1="0" x2="20" y1="4" y2="4" stroke={ink} strokeWidth="2" strokeDasharray={dash} />
      )}
    </svg>
  );
}
