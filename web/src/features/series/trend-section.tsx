import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { Series } from "../../api.ts";
import { linesOf, trendOption } from "../../charts/trend.ts";
import type { TrendWords } from "../../charts/trend-beside.ts";
import { TrendKey } from "../../charts/trend-key.tsx";
import { firstStretch, ofStretch, stretchesOf } from "../../charts/trend-stretch.ts";
import { useView } from "../../paths.ts";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/state.tsx";
import { useTheme } from "../../ui/theme.ts";
import { Toggle } from "../../ui/toggle.tsx";
import { useWide } from "../../ui/wide.ts";
import { useSeries } from "./query.ts";
import { SeriesTable } from "./series-table.tsx";
import "./series.css";

const TrendChart = lazy(async () => ({ default: (await import("../../charts/trend-chart.tsx")).TrendChart }));
const height = 340;
/** Below this many pixels of the window, lines have no room for their names at their ends. */
const roomy = 720;

/** 走势: the figures of one indicator in one area against targets and paths, as a chart or as a table. */
export function TrendSection({ area, indicator }: { area: string; indicator: string }) {
  const { say, language } = useText();
  const query = useSeries(area, indicator);
  const [look, setLook] = useState<"picture" | "table">("picture");
  const unit = query.data?.indicator.unit ?? "";
  const title =
    unit === ""
      ? say("target.trend")
      : `${say("target.trend")}${say("page.bracket", { text: say("page.unit", { unit: unitName(unit, language) }) })}`;
  const options = [
    { value: "picture" as const, label: say("page.table.picture") },
    { value: "table" as const, label: say("page.table.show") },
  ];
  return (
    <Section
      title={title}
      tools={<Toggle label={say("summary.matrix.view")} value={look} options={options} onChange={setLook} />}
    >
      <Loaded query={query} height={height}>
        {(series) =>
          linesOf(series).length === 0 ? (
            <Empty>{say("target.noTrend")}</Empty>
          ) : (
            <>
              {look === "picture" && <Pictures key={`${area} ${indicator}`} series={series} />}
              <div className={look === "table" ? "" : "print-only"}>
                <SeriesTable series={series} />
              </div>
              <SeriesSources series={series} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** The picture of one length of time; where there are several, one chooses. */
function Pictures({ series }: { series: Series }) {
  const { say } = useText();
  const kinds = stretchesOf(series);
  const [chosen, setChosen] = useState(firstStretch(series));
  const kind = kinds.find((one) => one === chosen) ?? firstStretch(series);
  if (kind === undefined) return <Picture series={series} />;
  const options = kinds.map((value) => ({ value, label: say(`indicator.stretch.${value}`) }));
  return (
    <>
      <Toggle label={say("indicator.stretches")} value={kind} options={options} onChange={setChosen} />
      <Picture series={ofStretch(series, kind)} />
      <p className="quiet">{say("indicator.stretchNote")}</p>
    </>
  );
}

function Picture({ series }: { series: Series }) {
  const { say } = useText();
  const view = useView();
  const theme = useTheme(view.theme);
  const navigate = useNavigate();
  const isNarrow = !useWide(roomy);
  const words: TrendWords = {
    documentPath: say("code.pathKind.document"),
    decomposedPath: say("code.pathKind.decomposed"),
    catchUpPath: say("code.pathKind.catch-up"),
    forecast: say("target.forecast"),
  };
  const open = (source: string) =>
    void navigate({ to: ".", search: (before) => ({ ...before, source }), resetScroll: false });
  return (
    <Suspense fallback={<Skeleton height={height} />}>
      <TrendChart
        option={trendOption({ series, theme, words, isNarrow })}
        label={`${series.area.name} ${series.indicator.name} ${say("target.trend")}`}
        height={height}
        onPick={open}
      />
      {isNarrow && <TrendKey series={series} words={words} theme={theme} />}
    </Suspense>
  );
}

/** Source and caliber under the chart, and why there is no forecast. */
function SeriesSources({ series }: { series: Series }) {
  const { say } = useText();
  const sources = new Set(
    series.points.map(({ observation }) => observation.source.title ?? observation.source.document.name),
  );
  const calibers = new Set(
    series.points.map(({ observation }) => `${observation.indicator.name} · ${observation.caliber.name}`),
  );
  return (
    <div className="series-sources quiet">
      <p>
        {say("page.caliber")}
        {say("page.colon")}
        {[...calibers].join(say("page.semicolon"))}
      </p>
      <p>{say("page.provenance.source", { source: [...sources].slice(0, 6).join(say("page.semicolon")) })}</p>
      {series.forecastReason !== null && (
        <p>
          {say(`code.forecastReason.${series.forecastReason}`, {
            points: series.annualPoints,
            fewest: series.fewestForForecast,
          })}
        </p>
      )}
    </div>
  );
}
