import type { Series } from "../api.ts";
import { laySpark } from "./spark.ts";
import "./spark-line.css";

/** A small trend against its paths: the shape alone, the figures stand beside it. */
export function Spark({ series, label }: { series: Series; label: string }) {
  const layout = laySpark(series);
  if (layout === undefined) return null;
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`;
  const joined = (points: readonly { x: number; y: number }[], className: string) =>
    points.slice(1).map((point, at) => {
      const before = points[at] ?? point;
      return (
        <line
          key={`${className}${before.x} ${before.y} ${point.x}`}
          className={className}
          x1={percent(before.x)}
          y1={percent(before.y)}
          x2={percent(point.x)}
          y2={percent(point.y)}
        />
      );
    });
  return (
    <svg className="spark" role="img" aria-label={label}>
      {layout.paths.map((path) => joined(path.points, `spark-path spark-${path.kind}`))}
      {layout.lines.map((points) => joined(points, "spark-line"))}
      {layout.targets.map((target) => (
        <rect key={`${target.x} ${target.y}`} className="spark-target" x={percent(target.x)} y={percent(target.y)} />
      ))}
      {layout.lines.flat().map((point) => (
        <circle
          key={`${point.x} ${point.y}`}
          className={point.provisional ? "spark-dot spark-provisional" : "spark-dot"}
          cx={percent(point.x)}
          cy={percent(point.y)}
          r="2.5"
        />
      ))}
    </svg>
  );
}
