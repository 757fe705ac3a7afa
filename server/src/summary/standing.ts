import type { Placed } from "@yuanbiao/core/board";
import { newestOfSeries } from "@yuanbiao/core/newest";
import type { Target } from "@yuanbiao/core/target";
import { observationView } from "../wire/observation.ts";
import { areaRef, citationView, firstCitation, measuredRef, noteOf, type Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { SummaryView } from "./shape.ts";

export type Standing = SummaryView["gaps"][number];
type Incomparable = SummaryView["incomparables"][number];
export type TargetRef = Standing["target"];

/** A target as lists name it. */
export function targetRef(speech: Speech, target: Target): TargetRef {
  const { id, due, comparator, memberComparator, value, valueMax } = target;
  return {
    id,
    name: noteOf(speech, target.name, target.nameEn) ?? target.name,
    area: areaRef(speech, target.area),
    indicator: measuredRef(speech, target.indicator),
    due,
    comparator,
    memberComparator,
    value,
    valueMax,
    citation: citationView(speech, firstCitation(target)),
  };
}

/** Where a target stands, with the figure it is judged by. */
export function standingView(speech: Speech, placing: Placing, { target, progress }: Placed): Standing {
  const { actual } = progress;
  const bridge = actual?.bridge ?? null;
  return {
    target: targetRef(speech, target),
    status: progress.status,
    provisional: progress.provisional,
    reason: progress.reason,
    met: progress.met.value,
    achievement: progress.achievement.value,
    difference: progress.difference.value,
    deviation: progress.deviation.value,
    actual: actual === null ? null : observationView(speech, actual.figure, placing.conflictIndex),
    bridgeReason: bridge === null ? null : noteOf(speech, bridge.reason, bridge.reasonEn),
  };
}

/** Where a target stands that cannot be judged, with the newest figures that may not count for it. */
export function incomparableView(speech: Speech, placing: Placing, row: Placed): Incomparable {
  const { mismatched, unlike, parts } = row.progress.evidence;
  const others = [mismatched, unlike, parts].flatMap((pile) => newestOfSeries(pile).shown);
  const besides = others
    .filter((bearing) => bearing !== row.progress.actual)
    .map(({ figure }) => observationView(speech, figure, placing.conflictIndex));
  return { ...standingView(speech, placing, row), besides };
}
