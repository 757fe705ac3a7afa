import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Trans } from "react-i18next";
import type { Standing } from "../../api.ts";
import { asPercent, difference, unsigned } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { statusWord, targetWords } from "../../text/word.ts";
import { Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { Empty } from "../../ui/state.tsx";

/** The largest gaps, each as a sentence. */
export function Gaps({ gaps }: { gaps: readonly Standing[] }) {
  const { say } = useText();
  const printing = usePrinting();
  const [isAll, setAll] = useState(false);
  const shown = isAll || printing ? gaps : gaps.slice(0, mostShown);
  return (
    <Section title={say("summary.gaps.title")}>
      {gaps.length === 0 ? (
        <Empty>{say("summary.gaps.empty")}</Empty>
      ) : (
        <ol className="lines">
          {shown.map((gap) => (
            <Gap key={gap.target.id} gap={gap} />
          ))}
        </ol>
      )}
      {shown.length < gaps.length && (
        <button type="button" className="button-quiet" onClick={() => setAll(true)}>
          {say("summary.gaps.all", { count: gaps.length })}
        </button>
      )}
    </Section>
  );
}

/** As many as stand beside the counts without leaving them far behind. */
const mostShown = 8;

function Gap({ gap }: { gap: Standing }) {
  const { say, language } = useText();
  if (gap.actual === null) return null;
  // Where a path says what is due by now, the gap is to that and not to the target.
  const kind = gap.deviation === null ? "target" : "path";
  const apart =
    gap.difference === null
      ? say("page.none")
      : difference(unsigned(gap.difference), gap.target.indicator.unit, language).replace("+", "");
  const values = {
    area: gap.target.area.name,
    name: gap.target.indicator.name,
    period: periodName(gap.actual.period, language),
    target: targetWords(gap.target, say, language),
    due: periodName(gap.target.due, language),
    gap: say(`summary.gaps.from.${kind}`, { difference: apart }),
  };
  return (
    <li className="line">
      <p>
        <Trans i18nKey="summary.gaps.line" values={values} components={{ figure: <Figure of={gap.actual} /> }} />
      </p>
      <p className="line-aside">
        <Light status={gap.status} provisional={gap.provisional} word={statusWord(gap.status, gap.reason, say)} />
        {gap.achievement !== null && (
          <span className="quiet">{say("summary.gaps.rate", { rate: asPercent(gap.achievement) })}</span>
        )}
        <Link to="/targets/$target" params={{ target: gap.target.id }} className="link">
          {say("summary.gaps.open")}
          <span className="visually-hidden">{say("summary.gaps.of", { area: values.area, name: values.name })}</span>
        </Link>
      </p>
    </li>
  );
}
