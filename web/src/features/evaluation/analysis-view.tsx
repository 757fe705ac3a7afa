import type { Actor } from "@yuanbiao/core/access";
import { type ReactNode, useState } from "react";
import { DistributionBars } from "../../charts/distribution-bars.tsx";
import { asPercent, trimmed } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/state.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { FirmSection, SeparationSection } from "./analysis-tables.tsx";
import { RunFrame } from "./frame.tsx";
import { HeatSection } from "./heat-section.tsx";
import { useAnalysis, useResults } from "./query.ts";
import type { Analysis, Criterion, Evaluation } from "./request.ts";
import { StandingNote } from "./standing-note.tsx";
import { WhatIfSection } from "./what-if-section.tsx";

const spreads = ["5", "10", "20"] as const;

interface ViewParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
}

/** For the office and leaders: how totals lie, where points were lost, how firm places are, what separates nobody. */
export function AnalysisView({ evaluation, actor }: ViewParts) {
  const { say } = useText();
  const [spread, setSpread] = useState<(typeof spreads)[number]>("10");
  const query = useAnalysis(evaluation.id, spread);
  const criteria = useResults(evaluation.id).data?.criteria ?? [];
  return (
    <Loaded query={query} lines={16} height={640}>
      {(analysis) => (
        <Shown
          {...{ evaluation, actor, analysis, criteria }}
          tools={
            <Toggle
              label={say("evaluation.analysis.spread")}
              value={spread}
              options={spreads.map((value) => ({
                value,
                label: say("evaluation.analysis.spreadOption", { spread: value }),
              }))}
              onChange={setSpread}
            />
          }
        />
      )}
    </Loaded>
  );
}

interface ShownParts extends ViewParts {
  readonly analysis: Analysis;
  readonly criteria: readonly Criterion[];
  readonly tools: ReactNode;
}

function Shown({ evaluation, actor, analysis, criteria, tools }: ShownParts) {
  const { say } = useText();
  const { sensitivity, distribution, heat } = analysis;
  return (
    <RunFrame evaluation={evaluation} actor={actor} view="analysis" sentence={sentenceOf(analysis, say)}>
      {heat.length === 0 ? (
        <Empty>{say("evaluation.analysis.none")}</Empty>
      ) : (
        <>
          <StandingNote evaluation={evaluation} />
          <FirmSection sensitivity={sensitivity} tools={tools} />
          {distribution.map((one) => (
            <DistributionSection key={one.pool.code} distribution={one} isOnly={distribution.length === 1} />
          ))}
          <HeatSection evaluation={evaluation.id} analysis={analysis} criteria={criteria} />
          <SeparationSection separation={analysis.separation} />
          <WhatIfSection evaluation={evaluation} />
        </>
      )}
    </RunFrame>
  );
}

const percentOf = (share: string): string => trimmed(asPercent(share));

function sentenceOf({ sensitivity: { pools, spread, draws } }: Analysis, say: Say): string {
  const [first] = pools;
  if (first === undefined) return say("evaluation.analysis.none");
  return say("evaluation.analysis.head", {
    ...{ spread: Math.round(spread * 100), draws, pool: first.pool.name },
    ...{ first: percentOf(first.firstHolds), order: percentOf(first.orderHolds) },
  });
}

type Distribution = Analysis["distribution"][number];

function DistributionSection({ distribution, isOnly }: { distribution: Distribution; isOnly: boolean }) {
  const { say } = useText();
  const stretch = ({ from, to }: { from: string | null; to: string | null }): string => {
    if (from === null) return say("evaluation.analysis.below", { to: to ?? "" });
    return to === null ? say("evaluation.analysis.above", { from }) : say("evaluation.analysis.stretch", { from, to });
  };
  const { pool, bins } = distribution;
  const parts = bins
    .filter(({ count }) => count > 0)
    .map((bin) => `${stretch(bin)} ${bin.count}`)
    .join(say("page.list"));
  return (
    <Section
      title={
        isOnly
          ? say("evaluation.analysis.distribution")
          : say("evaluation.analysis.distributionOf", { pool: pool.name })
      }
      note={say("evaluation.analysis.distributionNote")}
    >
      <DistributionBars bins={bins} label={say("evaluation.analysis.distributionLabel", { parts })} stretch={stretch} />
    </Section>
  );
}
