import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Change, Summary } from "../../api.ts";
import { useView } from "../../paths.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { dayName, instantName, periodName } from "../../text/time.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { Empty } from "../../ui/state.tsx";

/** What changed since a chosen day: states first, then figures that were revised, then those that are new. */
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
        <Empty>
          {say(`summary.changes.${summary.recordedTotal === 0 ? "empty" : "unchanged"}`, {
            since: dayName(since, language),
          })}
        </Empty>
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
      {summary.recordedTotal > 0 && <NewFigures recorded={summary.recorded} total={summary.recordedTotal} />}
    </Section>
  );
}

/** As many as show what came in, without leaving what changed far above. */
const mostNew = 6;

/** Figures that were not there before: no change of a figure, and yet what a reader looks for. */
function NewFigures({ recorded, total }: { recorded: Summary["recorded"]; total: number }) {
  const { say } = useText();
  const printing = usePrinting();
  const [isAll, setAll] = useState(false);
  const shown = isAll || printing ? recorded : recorded.slice(0, mostNew);
  return (
    <>
      <h3 className="subhead">{say("summary.changes.recorded", { count: total })}</h3>
      <ul className="lines">
        {shown.map((figure) => (
          <NewFigure key={figure.observation.id} {...figure} />
        ))}
      </ul>
      {shown.length < recorded.length && (
        <button type="button" className="button-quiet" onClick={() => setAll(true)}>
          {say("summary.changes.moreNew", { count: recorded.length })}
        </button>
      )}
      {shown.length < total && (
        <p className="quiet">{say("summary.changes.restNew", { count: total - shown.length })}</p>
      )}
    </>
  );
}

function NewFigure({ observation, recordedAt }: Summary["recorded"][number]) {
  const { say, language } = useText();
  const { area, indicator, period, role, stage } = observation;
  const place = { area: area.name, name: indicator.name, period: periodName(period, language) };
  const when = [say(`code.role.${role}`), say(`code.stage.${stage}`), instantName(recordedAt)];
  return (
    <li className="line">
      {say("summary.changes.figure", place)}
      <Figure of={observation} /> <span className="quiet">{when.join(" · ")}</span>
    </li>
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
