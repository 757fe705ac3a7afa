import type { UseMutationResult } from "@tanstack/react-query";
import { grouped, signed, trimmed } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import type { Tried, TryOut } from "./request.ts";
import type { Speech } from "./rule-words.ts";

const outcomes = ["blocked", "asked", "passed", "not-checked"] as const;
const findings = [
  ...(["below-min", "above-max", "no-answer", "state-not-accepted", "swing", "swing-from-zero"] as const),
  ...(["relation-broken", "differs-from-source", "source-is-zero", "differs-from-parts"] as const),
];

interface TryParts {
  readonly city: string;
  readonly cities: readonly { readonly value: string; readonly label: string }[];
  readonly onCity: (city: string) => void;
  readonly trying: UseMutationResult<TryOut, Error, void>;
  /** The check was changed since it was tried. */
  readonly isOld: boolean;
  readonly speech: Speech;
}

/** What the draft would have done to the past figures of a city. */
export function TryOutSection({ city, cities, onCity, trying, isOld, speech }: TryParts) {
  const { say } = useText();
  const { data: result } = trying;
  return (
    <section className="check-part" aria-labelledby="check-try-out">
      <h3 className="subhead" id="check-try-out">
        {say("check.tryOut.title")}
      </h3>
      <p className="quiet">{say("check.tryOut.note")}</p>
      {cities.length > 1 && (
        <ChoiceField label={say("check.tryOut.city")} value={city} options={cities} onChange={onCity} />
      )}
      <div>
        <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
          {say(result === undefined ? "check.tryOut.action" : "check.tryOut.again")}
        </button>
      </div>
      {result !== undefined && isOld && <p className="quiet">{say("check.tryOut.stale")}</p>}
      {result !== undefined && <Outcome result={result} speech={speech} />}
    </section>
  );
}

function Outcome({ result: { counts, figures, limited, reports }, speech }: { result: TryOut; speech: Speech }) {
  const { say, language } = useText();
  const sorted = reports.toSorted((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
  if (reports.length === 0) return <p role="status">{say("check.tryOut.none")}</p>;
  return (
    <>
      <div role="status" className="check-counts">
        <span>{say("check.tryOut.counts", { figures: grouped(String(figures)) })}</span>
        {outcomes.map((outcome) => (
          <span key={outcome} className={counts[outcome] > 0 ? `check-count-${outcome}` : "quiet"}>
            {say("check.tryOut.outcomeCount", {
              ...{ outcome: say(`check.tryOut.outcome.${outcome}`), count: counts[outcome] },
            })}
          </span>
        ))}
      </div>
      <p className="quiet">
        {say("check.tryOut.shown", { count: reports.length })} {limited && say("check.tryOut.limited")}
      </p>
      <DataTable
        name={say("check.tryOut.table")}
        first={10}
        rows={sorted}
        rowKey={({ area, period }) => `${area.code} ${period}`}
        columns={[
          { id: "area", head: say("check.tryOut.area"), heading: true, text: ({ area }) => area.name },
          { id: "period", head: say("check.tryOut.period"), text: ({ period }) => periodName(period, language) },
          { id: "result", head: say("check.tryOut.result"), text: (row) => say(`check.tryOut.outcome.${row.outcome}`) },
          { id: "found", head: say("check.tryOut.found"), wide: true, text: (row) => foundWords(row, speech) },
        ]}
      />
    </>
  );
}

const shown = (value: string | null, say: Say): string =>
  value === null || !/^-?\d/.test(value) ? say("page.none") : grouped(trimmed(value));

function foundWords({ outcome, findings: found }: Tried, { say, indicators }: Speech): string {
  if (outcome === "not-checked") return say("check.tryOut.notChecked");
  if (found.length === 0) return say("check.tryOut.nothing");
  const words = found.map(({ code, indicators: lines, actual, expected, deviation }) => {
    const known = findings.find((one) => one === code);
    const names = lines.map((line) => indicators.get(line)?.name ?? line).join(say("page.list"));
    if (known === undefined) return names;
    return say(`check.found.${known}`, {
      ...{ names, actual: shown(actual, say), expected: shown(expected, say) },
      deviation: deviation === null ? say("page.none") : signed(trimmed(deviation)),
    });
  });
  return words.join(say("page.semicolon"));
}
