import type { Progress } from "../../api.ts";
import { withUnit } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";

/** Each admissible reading of a text that leaves area or denominator open, and whether the verdict is the same. */
export function ProgressReadings({ row }: { row: Progress }) {
  const { say } = useText();
  if (row.readings.length === 0) return null;
  return (
    <Section title={say("target.reading")} note={say("target.readingNote")}>
      <ul className="lines">
        {row.readings.map((reading) => {
          const name = [reading.area?.name, reading.caliber?.name].filter(Boolean).join(" · ");
          return (
            <li key={name} className="line">
              <strong>{name}</strong> <Tag>{metWords(reading.met, say)}</Tag>
              {reading.note !== null && <p className="quiet">{reading.note}</p>}
            </li>
          );
        })}
      </ul>
      <p className="robust">
        {say(row.robust === null ? "target.undecided" : row.robust ? "target.robust" : "target.notRobust")}
      </p>
    </Section>
  );
}

function metWords(met: boolean | null, say: Say): string {
  if (met === null) return say("target.readingOpen");
  return met ? say("target.readingMet") : say("target.readingMissed");
}

/** The forecast where one is allowed, or the sentence why there is none. */
export function ProgressForecast({ row }: { row: Progress }) {
  const { say, language } = useText();
  const { forecast } = row;
  const { unit } = row.target.indicator;
  const reason = row.reasons.forecast;
  return (
    <Section title={say("target.forecast")}>
      {forecast === null ? (
        <Empty>
          {say("target.forecastNone")}
          {reason === undefined ? "" : `${say("page.colon")}${say(`code.reason.${reason}`)}`}
        </Empty>
      ) : (
        <p>
          {forecast.chance === null || forecast.low === null || forecast.high === null
            ? say("target.forecastPlain", { value: withUnit(forecast.value, unit, language) })
            : say("target.forecastText", {
                value: withUnit(forecast.value, unit, language),
                level: forecast.level,
                low: withUnit(forecast.low, unit, language),
                high: withUnit(forecast.high, unit, language),
                chance: forecast.chance,
              })}
        </p>
      )}
    </Section>
  );
}
