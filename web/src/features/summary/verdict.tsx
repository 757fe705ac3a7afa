import { Trans } from "react-i18next";
import type { Standing, Summary } from "../../api.ts";
import { difference, trimmed, unsigned } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { statusWord, targetWords } from "../../text/word.ts";
import { Figure } from "../../ui/figure.tsx";

/** The first sentence of the board: how many targets can be judged at all, and what the judgement is. */
export function Headline({ summary }: { summary: Summary }) {
  const { say } = useText();
  const { headline } = summary;
  if (headline.targets === 0)
    return (
      <>{say("summary.noTargets", { press: summary.counts.press.reduce((sum, count) => sum + count.total, 0) })}</>
    );
  const head = say("summary.head", { documents: headline.documents.length, targets: headline.targets });
  if (headline.judged === 0) return <>{head + say("summary.none")}</>;
  return (
    <>
      {head}
      {say("summary.all", { judged: headline.judged, provisional: provisionalWords(headline, say) })}
      {headline.verdicts.length <= mostVerdicts
        ? headline.verdicts.map((standing) => <Verdict key={standing.target.id} of={standing} />)
        : say("summary.many", manyOf(headline))}
    </>
  );
}

/** As many verdicts as one sentence holds; more are counted. */
const mostVerdicts = 2;

const manyOf = ({ achieved, missed, onTrack, behind }: Summary["headline"]) => ({ achieved, missed, onTrack, behind });

function provisionalWords(headline: Summary["headline"], say: ReturnType<typeof useText>["say"]): string {
  if (headline.judgedProvisional === 0) return "";
  if (headline.judgedProvisional === headline.judged) return say("summary.allProvisional");
  return say("summary.someProvisional", { count: headline.judgedProvisional });
}

function Verdict({ of }: { of: Standing }) {
  const { say, language } = useText();
  if (of.actual === null) return null;
  const unit = of.target.indicator.unit;
  const values = {
    area: of.target.area.name,
    name: of.target.indicator.name,
    period: periodName(of.actual.period, language),
    target: targetWords(of.target, say, language),
    due: periodName(of.target.due, language),
    difference:
      of.difference === null ? "" : difference(unsigned(trimmed(of.difference)), unit, language).replace("+", ""),
    status: statusWord(of.status, of.reason, say),
  };
  const kind = of.status === "missed" ? "missed" : of.status === "achieved" ? "achieved" : "under";
  return (
    <Trans i18nKey={`summary.verdict.${kind}`} values={values} components={{ figure: <Figure of={of.actual} /> }} />
  );
}
