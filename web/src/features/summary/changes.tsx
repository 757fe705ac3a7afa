import { Link, useNavigate } from "@tanstack/react-router";
import type { Change, Summary } from "../../api.ts";
import { useView } from "../../paths.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { dayName, instantName, periodName } from "../../text/time.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";

/** What changed since a chosen day: states first, then figures. */
export function Changes({ summary }: { summary: Summary }) {
  const { say, language } = useText();
  const view = useView();
  const navigate = useNavigate();
  const since = view.since;
  const choose = (day: string | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, since: day }), resetScroll: false });
  return (
    <Section
      title={say("summary.changes.title")}
      tools={
        <DateField label={say("page.time.since")} value={since} otherwise={say("page.time.change")} onChange={choose} />
      }
    >
      {since === undefined ? (
        <Empty>{say("summary.changes.choose")}</Empty>
      ) : summary.changes.length === 0 ? (
        <Empty>{say("summary.changes.empty", { since: dayName(since, language) })}</Empty>
      ) : (
        <ul className="lines">
          {summary.changes.map((change) => (
            <ChangeLine key={keyOf(change)} change={change} />
          ))}
        </ul>
      )}
      {summary.changes.length > 0 && summary.changesTotal > summary.changes.length && (
        <p className="quiet">
          {say("summary.changes.more", { count: summary.changesTotal, shown: summary.changes.length })}
        </p>
      )}
    </Section>
  );
}

const keyOf = (change: Change): string =>
  change.kind === "status" ? `target ${change.target.id}` : `figure ${change.observation.id} ${change.recordedAt}`;

function ChangeLine({ change }: { change: Change }) {
  const { say, language } = useText();
  if (change.kind === "status") {
    const { target } = change;
    const name = target.indicator.name;
    return (
      <li className="line">
        <Link to="/targets/$target" params={{ target: target.id }} className="link">
          {say("summary.changes.status", { name, area: target.area.name, due: periodName(target.due, language) })}
        </Link>
        <Light status={change.from} /> {say("summary.changes.becomes")} <Light status={change.to} />
      </li>
    );
  }
  const { observation } = change;
  return (
    <li className="line">
      {say("summary.changes.figure", {
        area: observation.area.name,
        name: observation.indicator.name,
        period: periodName(observation.period, language),
      })}
      {change.before === null
        ? `${say("summary.changes.new")} `
        : `${say("summary.changes.before", { before: withUnit(change.before, observation.unit, language) })} `}
      <Figure of={observation} /> <span className="quiet">{instantName(change.recordedAt)}</span>
    </li>
  );
}
