import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Indicator, Observation } from "../api.ts";
import { countingFigures } from "../counting.ts";
import { CalibersSection } from "../features/indicator/calibers-section.tsx";
import { Definition } from "../features/indicator/definition.tsx";
import { IndicatorSentence } from "../features/indicator/indicator-sentence.tsx";
import { useCalibers, useIndicators } from "../features/indicator/query.ts";
import { RankingSection } from "../features/indicator/ranking-section.tsx";
import { YearsSection } from "../features/indicator/years-section.tsx";
import { useObservations } from "../features/observation/query.ts";
import { OwedLead } from "../features/progress/owed-lead.tsx";
import { ProgressLines } from "../features/progress/progress-lines.tsx";
import { useProgress } from "../features/progress/query.ts";
import { TrendSection } from "../features/series/trend-section.tsx";
import { useText } from "../text/text.ts";
import { Columns, Page, Section } from "../ui/page.tsx";
import { Empty, Loaded, NotFound } from "../ui/state.tsx";

const route = getRouteApi("/indicators/$indicator");

export function IndicatorPage() {
  const { indicator: code } = route.useParams();
  const indicators = useIndicators();
  const figures = useObservations({ indicator: code });
  return (
    <Loaded query={indicators} lines={16} height={640}>
      {(items) => {
        const indicator = items.find((item) => item.code === code);
        if (indicator === undefined) return <NotFound />;
        return (
          <Loaded query={figures} lines={16} height={640}>
            {(found) => <IndicatorView indicator={indicator} figures={found} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

function IndicatorView({ indicator, figures }: { indicator: Indicator; figures: readonly Observation[] }) {
  const { say } = useText();
  const calibers = useCalibers();
  const progress = useProgress({ indicator: indicator.code });
  const counting = useMemo(() => countingFigures(figures), [figures]);
  return (
    <Page
      name={say("indicator.name")}
      sentence={<IndicatorSentence indicator={indicator} figures={counting} />}
      lead={<OwedLead rows={progress.data ?? []} />}
    >
      <Section title={say("indicator.targetsTitle")}>
        <Loaded query={progress}>
          {(rows) =>
            rows.length === 0 ? <Empty>{say("indicator.targetsEmpty")}</Empty> : <ProgressLines rows={rows} showArea />
          }
        </Loaded>
      </Section>
      {figures.length > 0 && <AreaTrend indicator={indicator.code} figures={counting} />}
      <YearsSection indicator={indicator} figures={figures} />
      <Columns kind="even">
        <RankingSection indicator={indicator} figures={counting} />
        <Definition indicator={indicator} />
      </Columns>
      <Loaded query={calibers}>{(items) => <CalibersSection figures={counting} calibers={items} />}</Loaded>
    </Page>
  );
}

/** The trend of one area, at first of the one with most figures. */
function AreaTrend({ indicator, figures }: { indicator: string; figures: readonly Observation[] }) {
  const { say } = useText();
  const counts = new Map<string, { area: Observation["area"]; count: number }>();
  for (const { area } of figures) counts.set(area.code, { area, count: (counts.get(area.code)?.count ?? 0) + 1 });
  const areas = [...counts.values()].sort((a, b) => b.count - a.count).map(({ area }) => area);
  const [chosen, setChosen] = useState<string>();
  const area = areas.find(({ code }) => code === chosen) ?? areas[0];
  if (area === undefined) return null;
  return (
    <div>
      {areas.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{say("indicator.chooseArea")}</legend>
          {areas.slice(0, 12).map(({ code, name }) => (
            <button
              key={code}
              type="button"
              className="chip"
              aria-pressed={code === area.code}
              onClick={() => setChosen(code)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <TrendSection area={area.code} indicator={indicator} />
    </div>
  );
}
