import { findOverlap } from "@yuanbiao/core/area";
import { exact, plain, sumQuantity } from "@yuanbiao/core/quantity";
import { impliedShare } from "@yuanbiao/core/roll-up";
import { leastValue, type Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { getIndicator } from "../tracking.ts";
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
import type { TargetView } from "./shape.ts";

/** All that a target's view looks at beside the target itself. */
export interface TargetSurroundings {
  readonly all: ReadonlyMap<string, Versioned<Target>>;
  readonly versions: ReadonlyMap<string, readonly Versioned<Target>[]>;
  readonly on: string;
}

function seriesOf(target: Target, { all }: TargetSurroundings): string[] {
  if (target.series === null) return [target.id];
  return [...all.values()]
    .filter(({ series }) => series === target.series)
    .toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))
    .map(({ id }) => id);
}

function impliedBy(target: Target, { all }: TargetSurroundings): string | null {
  const outer = target.nestedIn === null ? undefined : all.get(target.nestedIn);
  if (outer === undefined || outer.value === null || target.value === null) return null;
  return impliedShare(outer.value, target.value);
}

/** Only what adds up is held against the whole: no shares, growth or ranks, and no areas that lie within each other. */
function decompositionCheck({ registry }: Speech, target: Target): TargetView["decompositionCheck"] {
  const rollUp = registry.indicators.get(target.indicator)?.rollUp;
  if (rollUp !== "sum" && rollUp !== "union") return null;
  const byArea = target.decomposition.filter(({ area, period }) => area !== null && period === target.due);
  if (byArea.length === 0 || target.value === null) return null;
  const areas = byArea.flatMap(({ area }) => (area === null ? [] : [area]));
  if (findOverlap(areas, registry.memberships) !== null) return null;
  const sum = sumQuantity(byArea.map(({ value }) => value));
  return { sum, difference: plain(exact(sum).minus(target.value)) };
}

function revisionsOf({ id }: Target, { versions }: TargetSurroundings): TargetView["revisions"] {
  return (versions.get(id) ?? []).map(({ version, recordedAt, value, due, changeReason, changeNote }) => ({
    version,
    recordedAt,
    value,
    due,
    changeReason,
    changeNote,
  }));
}

/** A target as the interface gives it. */
export function targetView(speech: Speech, target: Versioned<Target>, around: TargetSurroundings): TargetView {
  const { id, name, nameEn, kind, areaBasis, due, comparator, memberComparator, value, valueMax, tolerance } = target;
  return {
    id,
    code: id,
    name: noteOf(speech, name, nameEn) ?? name,
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
    tolerance,
    leastValue: leastValue(target, getIndicator(speech.registry, target.indicator)),
    members: target.members.map((member) => areaRef(speech, member)),
    band: target.band,
    nature: target.nature,
    aspirational: target.aspirational,
    path: pathView(target),
    series: seriesOf(target, around),
    nestedIn: target.nestedIn,
    impliedShare: impliedBy(target, around),
    citation: citationView(speech, firstCitation(target)),
    citations: target.citations.map((citation) => citationView(speech, citation)),
    conflicts: [...target.conflicts],
    revisions: revisionsOf(target, around),
    decomposition: target.decomposition.map(({ period, area, value: part, document, clause }) => ({
      period,
      area: area === null ? null : areaRef(speech, area),
      value: part,
      citation: citationView(speech, { document, clause }),
    })),
    decompositionCheck: decompositionCheck(speech, target),
    owes: owesView(speech, target, around.on),
    decision: target.decision,
    note: noteOf(speech, target.note, target.noteEn),
    version: target.version,
    recordedAt: target.recordedAt,
  };
}
