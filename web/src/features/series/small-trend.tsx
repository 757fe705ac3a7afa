import { useEffect, useRef, useState } from "react";
import { Spark } from "../../charts/spark-line.tsx";
import { useText } from "../../text/text.ts";
import { useSeries } from "./query.ts";

/** A small trend that asks for its figures when it comes into sight. */
export function SmallTrend({ area, indicator, name }: { area: string; indicator: string; name: string }) {
  const { say } = useText();
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { data } = useSeries(area, indicator, seen);
  return (
    <div ref={place} className="small-trend">
      {data !== undefined && <Spark series={data} label={`${name} ${say("target.trend")}`} />}
    </div>
  );
}
