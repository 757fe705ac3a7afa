import { type Bin, type BinBar, layBins } from "./distribution.ts";
import "./distribution.css";

interface BarsParts {
  readonly bins: readonly Bin[];
  readonly label: string;
  /** The stretch of a bar in words. */
  readonly stretch: (bin: BinBar) => string;
}

/** 分数分布: how many totals lie in each stretch, the count above its bar. */
export function DistributionBars({ bins, label, stretch }: BarsParts) {
  const bars = layBins(bins);
  if (bars.length === 0) return null;
  return (
    <div className="distribution" role="img" aria-label={label}>
      {bars.map((bar) => (
        <span key={stretch(bar)} className="distribution-column">
          <span className="distribution-plot">
            <span className="distribution-count">{bar.count}</span>
            <span className="distribution-bar" style={{ height: `${bar.height * 0.8}%` }} />
          </span>
          <span className="distribution-stretch">{stretch(bar)}</span>
        </span>
      ))}
    </div>
  );
}
