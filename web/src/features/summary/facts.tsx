import type { ReactNode } from "react";
import { Trans } from "react-i18next";
import type { FigureConflict, Standing, Status, Summary, TargetRef } from "../../api.ts";
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
        <Awaited items={summary.headline.awaited} />
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

function Awaited({ items }: { items: readonly Standing[] }) {
  const { say, language } = useText();
  const withLast = items.filter((item) => item.actual !== null);
  if (withLast.length === 0) return <p>{say("summary.facts.nothing")}</p>;
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
      {items.length > Math.min(2, withLast.length) && (
        <p className="quiet">{say("summary.facts.awaitedMore", { count: items.length - Math.min(2, withLast.length) })}</p>
      )}
    </>
  );
}

/** The figure that looks as if it met the target is the one that misleads: it is said first. */
export function looksMet(item: Standing): boolean {
  const goal = item.target.value;
  return goal !== null && item.besides.some((figure) => figure.value !== null && Number(figure.value) >= Number(goal));
}

function Incomparable({ items, total }: { items: readonly Standing[]; total: number }) {
  const { say, language } = useText();
  const example = items.find(looksMet) ?? items.find((item) => item.besides.length > 0);
  const figure = example?.besides.find((item) => item.value !== null && Number(item.value) >= Number(example.target.value)) ?? example?.besides[0];
  if (total === 0 || example === undefined || figure === undefined) return <p>{say("summary.facts.nothing")}</p>;
  return (
    <>
      <p>{say("summary.facts.incomparableCount", { count: total })}</p>
      <p>
        <Trans
          i18nKey="summary.facts.incomparableLine"
          values={{
            name: example.target.indicator.name,
            target: targetWords(example.target, say, language),
            area: figure.area.name,
            period: periodName(figure.period, language),
            reason: example.bridgeReason ?? say("code.status.incomparable"),
          }}
          components={{ figure: <Figure of={figure} /> }}
        />
      </p>
    </>
  );
}

function Conflicts({ conflicts, targets }: { conflicts: readonly FigureConflict[]; targets: readonly TargetRef[][] }) {
  const { say, language } = useText();
  const declared = [...conflicts].sort((a, b) => a.kind.localeCompare(b.kind));
  const [first] = declared;
  const rest = Math.max(0, declared.length - 1);
  return (
    <>
      {first !== undefined && (
        <p>
          {first.reason}
          {say("page.colon")}
          {first.observations.map((figure, at) => (
            <span key={figure.id}>
              {at > 0 && say("page.list")}
              {figure.area.name} <Figure of={figure} />
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
