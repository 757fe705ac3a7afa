import type { ReactNode } from "react";
import type { Status } from "../api.ts";
import { lightShapes } from "../ui/light-shape.ts";
import { type BulletData, layBullet } from "./bullet.ts";
import "./bullet-bar.css";

interface BulletParts {
  readonly data: BulletData;
  /** The target with its comparator: ≥ 20 %. */
  readonly targetLabel: string;
  readonly status: Status;
  readonly provisional: boolean;
  /** The same in words, for those who do not see it. */
  readonly label: string;
  /** Number, period and light. */
  readonly children?: ReactNode;
}

const percent = (value: number): string => `${value}%`;
/** Where things stand from the top, in pixels: the label above, the bar below it. */
const rows = { label: 11, top: 17, bar: 22, barHeight: 10, bottom: 37, middle: 27, height: 40 };

/** 子弹图: actual as a bar, target as a line, expected now as a tick, the path's start as a dot, forecast as a whisker. */
export function Bullet({ data, targetLabel, status, provisional, label, children }: BulletParts) {
  const layout = layBullet(data);
  const colour = lightShapes[status].colour;
  return (
    <div className="bullet">
      <svg className={`bullet-svg light-${colour}`} height={rows.height} role="img" aria-label={label}>
        {layout !== undefined && (
          <>
            <rect className="bullet-track" x="0" y={rows.bar} width="100%" height={rows.barHeight} />
            {layout.bar !== null && (
              <rect
                className={provisional ? "bullet-provisional" : "bullet-firm"}
                fill={provisional ? `url(#hatch-${colour})` : "currentColor"}
                x={percent(layout.bar.from)}
                width={percent(layout.bar.to - layout.bar.from)}
                y={rows.bar}
                height={rows.barHeight}
              />
            )}
            {layout.targetMax !== null && layout.target !== null && (
              <rect
                className="bullet-range"
                x={percent(layout.target)}
                width={percent(layout.targetMax - layout.target)}
                y={rows.top}
                height={rows.bottom - rows.top}
              />
            )}
            {layout.whisker !== null && (
              <line
                className="bullet-whisker"
                x1={percent(layout.whisker.from)}
                x2={percent(layout.whisker.to)}
                y1={rows.middle}
                y2={rows.middle}
              />
            )}
            {layout.expected !== null && <Upright at={layout.expected} className="bullet-expected" inset={2} />}
            {layout.start !== null && (
              <circle className="bullet-start" cx={percent(layout.start)} cy={rows.middle} r="3" />
            )}
            {layout.target !== null && (
              <>
                <Upright at={layout.target} className="bullet-target" inset={0} />
                <text className="bullet-label" x={percent(layout.target)} y={rows.label} textAnchor={layout.anchor}>
                  {targetLabel}
                </text>
              </>
            )}
          </>
        )}
      </svg>
      {children !== undefined && <div className="bullet-aside">{children}</div>}
    </div>
  );
}

function Upright({ at, className, inset }: { at: number; className: string; inset: number }) {
  return (
    <line className={className} x1={percent(at)} x2={percent(at)} y1={rows.top + inset} y2={rows.bottom - inset} />
  );
}
