import { comparePeriods, getPeriod } from "@yuanbiao/core/period";
import { Trans } from "react-i18next";
import type { Indicator, Observation } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Figure } from "../../ui/figure.tsx";

/** How many targets and figures there are, and the latest of them. */
export function IndicatorSentence({ indicator, figures }: { indicator: Indicator; figures: readonly Observation[] }) {
  const { say, language } = useText();
  const [latest] = figures
    .filter((figure) => figure.state === "value")
    .sort((a, b) => comparePeriods(getPeriod(b.period), getPeriod(a.period)));
  return (
    <>
      {say("indicator.sentence", {
        name: indicator.name,
        targets: indicator.targets,
        figures: figures.length,
        areas: new Set(figures.map((figure) => figure.area.code)).size,
        calibers: new Set(figures.map((figure) => figure.caliber.code)).size,
      })}
      {latest === undefined ? (
        say("indicator.noFigures")
      ) : (
        <Trans
          i18nKey="indicator.latest"
          values={{ area: latest.area.name, period: periodName(latest.period, language) }}
          components={{ figure: <Figure of={latest} /> }}
        />
      )}
    </>
  );
}
