import type { ReactNode } from "react";
import { Trans } from "react-i18next";
import type { FigureConflict, IncomparableTarget, Observation, Status, Summary, TargetRef } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { targetWords } from "../../text/word.ts";
import { Figure } from "../../ui/figure.tsx";
import { LightMark } from "../../ui/light.tsx";

/** What else a leader has to know before asking: what is due and missing, what only looks met, what is said twice. */
export function KeyFacts({ summary }: { summary: Summary }) {
  const { say } = useText();
  return (
    <div className="key-facts">
      <KeyFact title={say("summary.facts.awaited")} status="no-data">
        <Awaited summary={summary} />
      </KeyFact>
      <KeyFact title={say("summary.facts.incomparable")} status="incomparable">
        <Incomparable items={summary.incomparables} total={summary.headline.incomparable} />
      </KeyFact>
      <KeyFact title={say("summary.facts.conflict")} status="judgement">
        <Conflicts conflicts={summary.conflicts} targets={summary.targetConflicts} />
      </KeyFact>
    </div>
  );
}

function KeyFact({ title, status, children }: { title: string; status: Status; children: ReactNode }) {
  return (
    <section className="key-fact">
      <h2 className="key-fact-title">
        <LightMark status={status} />
        {title}
      </h2>
      {children}
    </section>
  );
}

function Awaited({ summary }: { summary: Summary }) {
  const { say, language } = useText();
  const total = summary.headline.noData;
  // Of a country the list holds the worst alone: how many areas there are in all is then not known here.
  const isCut = summary.missing.length < summary.missingTotal;
  const restWords = (count: number): string => {
    if (isCut) return say("summary.facts.andOthers");
    return count > mostNamed ? say("summary.facts.andMore", { count }) : "";
  };
  const withLast = summary.headline.awaited.filter((item) => item.actual !== null);
  if (withLast.length === 0 && total === 0) return <p>{say("summary.facts.nothing")}</p>;
  return (
    <>
      {withLast.slice(0, 2).map((item) =>
        item.actual === null ? null : (
          <p key={item.target.id}>
            <Trans
              i18nKey="summary.facts.awaitedLine"
              values={{
                name: item.target.indicator.name,
                target: targetWords(item.target, say, language),
                due: periodName(item.target.due, language),
                period: periodName(item.actual.period, language),
              }}
              components={{ figure: <Figure of={item.actual} /> }}
            />
          </p>
        ),
      )}
      {withLast.length === 0 &&
        lackingOf(summary).map(([name, areas]) => (
          <p key={name}>
            {say("summary.facts.awaitedNone", {
              name,
              areas: areas.slice(0, mostNamed).join(say("page.list")),
              rest: restWords(areas.length),
            })}
          </p>
        ))}
      <p className="quiet">{say("summary.facts.awaitedMore", { count: total })}</p>
    </>
  );
}

const mostNamed = 3;

/** The indicators that most areas have nothing of, each with those. */
function lackingOf({ missing }: Summary): [string, string[]][] {
  const areas = new Map<string, string[]>();
  for (const { indicator, area, status, target } of missing) {
    if (status !== "no-data" || target.citation.kind !== "policy") continue;
    const known = areas.get(indicator.name) ?? [];
    if (!known.includes(area.name)) areas.set(indicator.name, [...known, area.name]);
  }
  return [...areas].sort(([, a], [, b]) => b.length - a.length).slice(0, 2);
}

const figuresOf = (item: IncomparableTarget): readonly Observation[] => [
  ...(item.actual === null ? [] : [item.actual]),
  ...item.besides,
];

/** The figure that looks as if it met the target is the one that misleads. */
function misleading(item: IncomparableTarget): Observation | undefined {
  const goal = item.target.value;
  if (goal === null) return undefined;
  return figuresOf(item).find((figure) => figure.value !== null && Number(figure.value) >= Number(goal));
}

function Incomparable({ items, total }: { items: readonly IncomparableTarget[]; total: number }) {
  const { say, language } = useText();
  const example =
    items.find((item) => misleading(item) !== undefined) ?? items.find((item) => figuresOf(item).length > 0);
  const figure = example && (misleading(example) ?? figuresOf(example)[0]);
  if (total === 0 || example === undefined || figure === undefined) return <p>{say("summary.facts.nothing")}</p>;
  return (
    <>
      <p>
        <Trans
          i18nKey="summary.facts.incomparableLine"
          values={{
            name: example.target.indicator.name,
            target: targetWords(example.target, say, language),
            area: figure.area.name,
            period: periodName(figure.period, language),
            reason: withoutStop(example.bridgeReason ?? say("code.status.incomparable")),
          }}
          components={{ figure: <Figure of={figure} /> }}
        />
      </p>
      <p className="quiet">{say("summary.facts.incomparableCount", { count: total })}</p>
    </>
  );
}

/** The data's sentences end with a stop; within ours they must not. */
const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, "");

function Conflicts({ conflicts, targets }: { conflicts: readonly FigureConflict[]; targets: readonly TargetRef[][] }) {
  const { say, language } = useText();
  const declared = [...conflicts].sort((a, b) => a.kind.localeCompare(b.kind));
  const [first] = declared;
  const rest = Math.max(0, declared.length - 1);
  return (
    <>
      {first !== undefined && (
        <p>
          {withoutStop(first.reason)}
          {say("page.colon")}
          {first.observations.map((figure, at) => (
            <span key={figure.id}>
              {figure.area.name} <Figure of={figure} />
              {at < first.observations.length - 1 && say("page.list")}
            </span>
          ))}
        </p>
      )}
      {targets.slice(0, 1).map(([one, ...others]) =>
        one === undefined ? null : (
          <p key={one.id}>
            {say("summary.facts.targetConflict", {
              area: one.area.name,
              name: one.indicator.name,
              due: periodName(one.due, language),
              targets: [one, ...others].map((target) => targetWords(target, say, language)).join(say("page.list")),
            })}
          </p>
        ),
      )}
      {rest > 0 && <p className="quiet">{say("summary.facts.conflictMore", { count: rest })}</p>}
      {first === undefined && targets.length === 0 && <p>{say("summary.facts.nothing")}</p>}
    </>
  );
}
