import type { Placed } from "@yuanbiao/core/board";
import type { Target } from "@yuanbiao/core/target";
import { observationView } from "../wire/observation.ts";
import { areaRef, citationView, firstCitation, measuredRef, noteOf, type Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { SummaryView } from "./shape.ts";

export type Standing = SummaryView["gaps"][number];
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

/** Where a target stands, with the figure it is judged by and those that may not count for it. */
export function standingView(speech: Speech, placing: Placing, { target, progress }: Placed): Standing {
  const { actual, evidence } = progress;
  const figure = (bearing: NonNullable<typeof actual>) =>
    observationView(speech, bearing.figure, placing.conflictIndex);
  const others = [...evidence.mismatched, ...evidence.unlike, ...evidence.parts].filter(
    (bearing) => bearing !== actual,
  );
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
    actual: actual === null ? null : figure(actual),
    besides: others.map(figure),
    bridgeReason: bridge === null ? null : noteOf(speech, bridge.reason, bridge.reasonEn),
  };
}
