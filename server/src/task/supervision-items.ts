import type { Placed } from "@yuanbiao/core/board";
import type { Task } from "@yuanbiao/core/task";
import type { SupervisionItem } from "../paper/supervision.ts";
import { lackingText } from "../text/dispatch-text.ts";
import { periodText } from "../text/period.ts";
import { supervisionText } from "../text/supervision-text.ts";
import { citedText, dueText, qualifiedText, signedText, statusText, trimmedText } from "../text/tracking-text.ts";
import { differenceText, withUnit } from "../text/unit-text.ts";
import { areaRef, citationView, firstCitation, measuredRef, noteOf, type Speech } from "../wire/speech.ts";
import { overdueDays, partIn, type Shortfall, shortfallOf } from "./supervised.ts";

interface Asked {
  /** The unit that has the duties today. */
  readonly unit: string;
  readonly on: string;
}

/** A task of the unit that should have been done; null for any other. */
export function taskItem(speech: Speech, task: Task, { unit, on }: Asked): SupervisionItem | null {
  const { language } = speech;
  const words = supervisionText(language);
  const days = overdueDays(task, on);
  const part = partIn(speech.registry, task, { unit, on });
  if (days === null || part === null) return null;
  return {
    matter: noteOf(speech, task.name, task.nameEn) ?? task.name,
    basis: citedText(language, citationView(speech, task)),
    due: dueText(language, task.due),
    state: words.overdueTask(days),
    demand: words[part],
  };
}

function stateOf(speech: Speech, { target, progress }: Placed, { isBehind, missing }: Shortfall): string {
  const { language } = speech;
  const words = supervisionText(language);
  const { unit } = measuredRef(speech, target.indicator);
  const measured = (value: string): string => withUnit(language, value, unit);
  const { actual, expected, deviation, difference } = progress;
  const figure = actual?.figure.value ?? null;
  const said = [
    ...(actual === null || figure === null
      ? []
      : [
          words.actual(
            measured(qualifiedText(figure, actual.figure.qualifier)),
            periodText(language, actual.figure.period),
          ),
        ]),
    ...(expected.value === null ? [] : [words.expected(measured(trimmedText(expected.value)))]),
    ...(deviation.value === null ? [] : [words.deviation(signedText(deviation.value))]),
    ...(deviation.value !== null || difference.value === null
      ? []
      : [words.difference(differenceText(language, signedText(trimmedText(difference.value)), unit))]),
  ];
  return [
    ...(isBehind ? [[statusText(language, progress), ...said].join(words.comma)] : []),
    ...(missing === null ? [] : [lackingText(language, missing)]),
  ].join(words.semicolon);
}

function demandOf({ language }: Speech, { progress }: Placed, { isBehind, missing }: Shortfall): string {
  const words = supervisionText(language);
  const toCatchUp = progress.status === "missed" ? words.missed : words.catchUp;
  return [...(isBehind ? [toCatchUp] : []), ...(missing === null ? [] : [words.supply[missing.need]])].join(
    words.semicolon,
  );
}

/** A target that is behind, missed, or lacks what is overdue; null for any other. */
export function targetItem(speech: Speech, placed: Placed, on: string): SupervisionItem | null {
  const { target } = placed;
  const { language } = speech;
  const shortfall = shortfallOf(placed, on);
  if (shortfall === null) return null;
  const name = noteOf(speech, target.name, target.nameEn) ?? target.name;
  return {
    matter: `${areaRef(speech, target.area).name}${language === "en" ? ": " : "："}${name}`,
    basis: citedText(language, citationView(speech, firstCitation(target))),
    due: dueText(language, target.due),
    state: stateOf(speech, placed, shortfall),
    demand: demandOf(speech, placed, shortfall),
  };
}
