import type { Missing } from "@yuanbiao/core/missing";
import { observationView } from "../wire/observation.ts";
import { areaRef, caliberRef, indicatorRef, owesView, type Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { MissingView, SummaryView } from "./shape.ts";
import { targetRef } from "./standing.ts";

export function missingView(speech: Speech, placing: Placing, row: Missing, on: string): MissingView {
  const { target, need, period, since, daysOverdue, progress, last } = row;
  return {
    target: targetRef(speech, target),
    need,
    indicator: indicatorRef(speech, target.indicator),
    area: areaRef(speech, target.area),
    caliber: caliberRef(speech, target.caliber),
    period,
    since,
    daysOverdue,
    status: progress.status,
    reason: progress.reason,
    last: last === null ? null : observationView(speech, last.figure, placing.conflictIndex),
    owes: owesView(speech, target, on),
  };
}

/** How much each department owes, most first. */
export function owingByDepartment(speech: Speech, rows: readonly Missing[], on: string): SummaryView["owing"] {
  const groups = new Map<string, SummaryView["owing"][number]>();
  for (const { target, daysOverdue } of rows) {
    const department = owesView(speech, target, on)?.department ?? null;
    const key = department?.code ?? "";
    const group = groups.get(key) ?? { department, total: 0, overdue: 0 };
    groups.set(key, { department, total: group.total + 1, overdue: group.overdue + (daysOverdue === null ? 0 : 1) });
  }
  return [...groups.values()].toSorted((a, b) => b.overdue - a.overdue || b.total - a.total);
}
