import { type Bearing, type Use, uses } from "@yuanbiao/core/bearing";
import type { Placed } from "@yuanbiao/core/board";
import type { Known } from "@yuanbiao/core/known";
import { newestOfSeries } from "@yuanbiao/core/newest";
import type { Progress } from "@yuanbiao/core/progress";
import type { Target } from "@yuanbiao/core/target";
import type { Tracking } from "../tracking.ts";
import { bridgeView } from "../wire/bridge.ts";
import { type ObservationView, observationView } from "../wire/observation.ts";
import {
  areaRef,
  caliberRef,
  citationView,
  firstCitation,
  measuredRef,
  noteOf,
  owesView,
  pathView,
  type Speech,
} from "../wire/speech.ts";
import type { ProgressRow } from "./shape.ts";

function targetOf(speech: Speech, target: Target): ProgressRow["target"] {
  const { id, kind, areaBasis, due, comparator, memberComparator, value, valueMax, nature, aspirational } = target;
  return {
    id,
    name: noteOf(speech, target.name, target.nameEn) ?? target.name,
    kind,
    indicator: measuredRef(speech, target.indicator),
    area: areaRef(speech, target.area),
    areaBasis,
    caliber: caliberRef(speech, target.caliber),
    due,
    comparator,
    memberComparator,
    value,
    valueMax,
    nature,
    aspirational,
    path: pathView(target),
    citation: citationView(speech, firstCitation(target)),
  };
}

function readingsOf(speech: Speech, progress: Progress): ProgressRow["readings"] {
  return progress.readings.map(({ reading, met }) => ({
    ...(reading.area !== null && { area: areaRef(speech, reading.area) }),
    ...(reading.caliber !== null && { caliber: caliberRef(speech, reading.caliber) }),
    met,
    note: noteOf(speech, reading.note, reading.noteEn),
  }));
}

const explained = [
  "achievement",
  "gapClosed",
  "expected",
  "expectedOn",
  "difference",
  "deviation",
  "met",
  "pace",
  "catchUp",
  "forecast",
] as const;

function reasonsOf(progress: Progress): ProgressRow["reasons"] {
  const reasons: ProgressRow["reasons"] = {};
  for (const field of explained) {
    const { reason }: Known<unknown> = progress[field];
    if (reason !== null) reasons[field] = reason;
  }
  return reasons;
}

interface Beside {
  readonly bearing: Bearing;
  readonly use: Use;
}

/** Of the figures that may be compared none before the one that stands before the counted one. */
function comparableBeside({ evidence: { comparable }, actual }: Progress): readonly Bearing[] {
  const counted = actual === null ? -1 : comparable.indexOf(actual);
  const before = comparable.findIndex(({ figure }, at) => at > counted && figure.period !== actual?.figure.period);
  return before === -1 ? comparable : comparable.slice(0, before + 1);
}

/** Figures beside the counted one that a reader should see, and how many more there are: their whole run is the series'. */
function besides(progress: Progress): { readonly shown: readonly Beside[]; readonly omitted: number } {
  const { evidence, actual } = progress;
  const shown = uses.flatMap((use) => {
    const few = use === "comparable" ? comparableBeside(progress) : newestOfSeries(evidence[use]).shown;
    return few.filter((bearing) => bearing !== actual).map((bearing) => ({ bearing, use }));
  });
  const all = uses.reduce((sum, use) => sum + evidence[use].filter((bearing) => bearing !== actual).length, 0);
  return { shown, omitted: all - shown.length };
}

/** One row of progress as the interface gives it. */
export function progressView(
  speech: Speech,
  { target, progress }: Placed,
  { conflictIndex, on }: Pick<Tracking, "conflictIndex"> & { readonly on: string },
): ProgressRow {
  const figure = (bearing: Bearing): ObservationView => observationView(speech, bearing.figure, conflictIndex);
  const { actual } = progress;
  const { shown, omitted } = besides(progress);
  return {
    target: targetOf(speech, target),
    actual: actual === null ? null : figure(actual),
    bridge: actual === null ? null : bridgeView(speech, actual),
    beside: shown.map(({ bearing, use }) => ({
      ...{ observation: figure(bearing), bridge: bridgeView(speech, bearing), use },
    })),
    besideOmitted: omitted,
    achievement: progress.achievement.value,
    gapClosed: progress.gapClosed.value,
    expected: progress.expected.value,
    expectedOn: progress.expectedOn.value,
    difference: progress.difference.value,
    deviation: progress.deviation.value,
    met: progress.met.value,
    pace: progress.pace.value,
    catchUp: progress.catchUp.value,
    forecast: progress.forecast.value,
    readings: readingsOf(speech, progress),
    robust: progress.robust,
    members: progress.members.map((member) => ({
      area: areaRef(speech, member.area),
      met: member.met,
      actual: member.actual === null ? null : figure(member.actual),
    })),
    status: progress.status,
    provisional: progress.provisional,
    reason: progress.reason,
    reasons: reasonsOf(progress),
    conflicts: actual === null ? [] : [...(conflictIndex.get(actual.figure.id) ?? [])],
    owes: owesView(speech, target, on),
  };
}
