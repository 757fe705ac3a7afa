import type { ReactNode } from "react";
import type { Progress } from "../../api.ts";
import { asPercent, difference, trimmed, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { owesWords } from "../../text/word.ts";
import { Absent } from "../../ui/figure.tsx";
import { Facts, Section, Tag } from "../../ui/page.tsx";
import { ProgressBullet } from "./progress-bullet.tsx";
import { paceWords } from "./progress-lines.tsx";

type Field = "achievement" | "gapClosed" | "expected" | "expectedOn" | "difference" | "deviation" | "pace" | "catchUp";

/** Everything computed for one target; what is undefined says why. */
export function ProgressFacts({ row }: { row: Progress }) {
  const { say, language } = useText();
  const { unit } = row.target.indicator;
  const or = (field: Field, shown: ReactNode) => {
    if (shown !== null) return shown;
    const reason = row.reasons[field] ?? row.reason;
    return <Absent key={field} reason={reason === null || reason === undefined ? "" : say(`code.reason.${reason}`)} />;
  };
  const amount = (value: string | null) => (value === null ? null : withUnit(value, unit, language));
  const percent = (value: string | null) => (value === null ? null : withUnit(asPercent(value), "%", language));
  return (
    <Section title={say("target.progress")}>
      <ProgressBullet row={row} />
      <Facts
        items={[
          [say("target.achievement"), or("achievement", percent(row.achievement))],
          [say("target.gapClosed"), or("gapClosed", percent(row.gapClosed))],
          [say("target.expected"), or("expected", amount(row.expected))],
          [say("target.expectedOn"), or("expectedOn", amount(row.expectedOn))],
          [
            say(row.expected === null ? "target.difference" : "target.ahead"),
            or("difference", row.difference === null ? null : difference(row.difference, unit, language)),
          ],
          [
            say("target.deviation"),
            or("deviation", row.deviation === null ? null : difference(row.deviation, "%", language)),
          ],
          [
            say("target.pace"),
            or(
              "pace",
              row.pace === null ? null : paceWords(row, say, language).split(say("page.colon")).slice(1).join(""),
            ),
          ],
          [say("target.catchUp"), or("catchUp", row.catchUp === null ? null : <CatchUp key="catchUp" row={row} />)],
          row.bridge === null
            ? undefined
            : [
                say("target.bridge"),
                <span key="bridge">
                  <Tag kind={row.bridge.verdict === "assumed" ? "warn" : "plain"}>
                    {say(`code.verdict.${row.bridge.verdict}`)}
                  </Tag>{" "}
                  {row.bridge.reason}
                  {row.bridge.confirmedBy !== null &&
                    ` ${say("target.confirmedBy", { who: row.bridge.confirmedBy, on: row.bridge.confirmedOn ?? "" })}`}
                </span>,
              ],
          row.owes === null
            ? undefined
            : [
                say("target.owes"),
                say("target.owesText", {
                  who: owesWords(row.owes, say),
                  basis: say(`code.owesBasis.${row.owes.basis}`),
                }),
              ],
        ]}
      />
    </Section>
  );
}

function CatchUp({ row }: { row: Progress }) {
  const { say, language } = useText();
  if (row.catchUp === null) return null;
  const { unit } = row.target.indicator;
  const { baseline, expected, deviation, agrees } = row.catchUp;
  return (
    <>
      {say("target.catchUpText", {
        period: periodName(baseline.period, language),
        value: withUnit(baseline.value, unit, language),
        expected: withUnit(expected, unit, language),
        deviation: deviation === null ? say("page.none") : trimmed(deviation),
      })}
      {agrees !== null && ` ${say(agrees ? "target.agrees" : "target.differs")}`}
    </>
  );
}
