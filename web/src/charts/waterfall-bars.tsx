import { layWaterfall, type WaterfallStep } from "./waterfall.ts";
import "./waterfall.css";

interface BarsParts {
  readonly steps: readonly WaterfallStep[];
  readonly label: string;
  /** How a figure is said. */
  readonly figure: (step: WaterfallStep) => string;
}

const percent = (value: number): string => `${value}%`;

/** 失分瀑布: from the full mark down to the total, one row a step, its name before and its figure behind. */
export function WaterfallBars({ steps, label, figure }: BarsParts) {
  const layout = layWaterfall(steps);
  if (layout === undefined) return null;
  return (
    <div className="waterfall" role="img" aria-label={label}>
      {layout.bars.map((bar, at) => (
        <div key={`${bar.kind} ${bar.label}`} className={`waterfall-row waterfall-${bar.kind}`}>
          <span className="waterfall-name">{bar.label}</span>
          <span className="waterfall-plot">
            {layout.ticks.map((tick) => (
              <span key={tick.value} className="waterfall-grid" style={{ left: percent(tick.at) }} />
            ))}
            {bar.isLevel ? (
              <span className="waterfall-level" style={{ left: percent(bar.from) }} />
            ) : (
              <span className="waterfall-bar" style={{ left: percent(bar.from), width: percent(bar.to - bar.from) }} />
            )}
            {at + 1 < layout.bars.length && !bar.isLevel && (
              <span
                className="waterfall-link"
                style={{ left: percent(bar.kind === "lost" || Number(bar.points) < 0 ? bar.from : bar.to) }}
              />
            )}
          </span>
          <span className="waterfall-figure">{figure(bar)}</span>
        </div>
      ))}
      <div className="waterfall-row waterfall-axis">
        <span />
        <span className="waterfall-plot">
          {layout.ticks.map((tick) => (
            <span key={tick.value} className="waterfall-tick" style={{ left: percent(tick.at) }}>
              {tick.value}
            </span>
          ))}
        </span>
        <span />
      </div>
    </div>
  );
}
