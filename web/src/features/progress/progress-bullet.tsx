import type { Progress } from "../../api.ts";
import { Bullet } from "../../charts/bullet-bar.tsx";
import { qualified, unitBehind, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName, periodShort } from "../../text/time.ts";
import { statusWord, targetWords } from "../../text/word.ts";
import { Absent, Figure } from "../../ui/figure.tsx";
import { Light } from "../../ui/light.tsx";
import { Tag } from "../../ui/page.tsx";
import { bulletOf } from "./bullet-data.ts";

/** One target as a bullet bar, with number, period and light to its right. */
export function ProgressBullet({ row }: { row: Progress }) {
  const { say, language } = useText();
  const { target, actual } = row;
  const words = targetWords(target, say, language);
  const word = statusWord(row.status, row.reason, say);
  const spoken = say("target.label", {
    name: target.name,
    actual:
      actual === null || actual.value === null
        ? say("target.noActual")
        : `${qualified(actual.value, actual.qualifier)} ${unitBehind(actual.unit, language)} (${periodName(actual.period, language)})`,
    target: words,
    due: periodName(target.due, language),
    status: word,
  });
  const expected =
    row.expectedOn === null
      ? ""
      : say("target.labelExpected", { expected: withUnit(row.expectedOn, target.indicator.unit, language) });
  return (
    <Bullet
      data={bulletOf(row)}
      targetLabel={words}
      status={row.status}
      provisional={row.provisional || row.status === "no-data"}
      label={spoken + expected}
    >
      <span className="progress-number">
        {actual === null ? (
          <Absent reason={row.reason === null ? word : say(`code.reason.${row.reason}`)} />
        ) : (
          <Figure of={actual} />
        )}
      </span>
      {actual !== null && <span className="quiet">{periodShort(actual.period, language)}</span>}
      <Light status={row.status} provisional={row.provisional} word={word} />
      {row.met === true && row.status === "on-track" && <Tag kind="accent">{say("target.met")}</Tag>}
    </Bullet>
  );
}
