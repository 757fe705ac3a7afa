import { parseAsOf } from "@yuanbiao/core/day";
import { listChanges } from "@yuanbiao/db/queries/change";
import type { Context } from "../context.ts";
import type { TrackingQuestion } from "../tracking.ts";
import { observationView } from "../wire/observation.ts";
import type { Speech } from "../wire/speech.ts";
import type { Placing } from "./placing.ts";
import type { SummaryView } from "./shape.ts";
import { targetRef } from "./standing.ts";

type Changes = SummaryView["changes"];
type Recorded = Awaited<ReturnType<typeof figureChanges>>[number]["after"];

/** Revisions beyond this many are counted, not listed. */
const mostRecorded = 10_000;
const mostListed = 200;
/** So many new figures are named; a round brings hundreds. */
const mostNew = 20;
const latest = "9999-12-31T23:59:59.999Z";

/** Targets whose status is another one than on the earlier day, by the same figures. */
function statusChanges(speech: Speech, { rows, statusBefore }: Placing): Changes {
  return rows.flatMap(({ target, progress }): Changes => {
    const from = statusBefore(target);
    return from === progress.status
      ? []
      : [{ kind: "status", target: targetRef(speech, target), from, to: progress.status }];
  });
}

/** What was recorded of figures in scope since the end of the earlier day: first records and revisions. */
async function figureChanges(context: Context, question: TrackingQuestion, since: string) {
  const start = parseAsOf(since) ?? latest;
  const span = { since: start, until: question.asOf ?? latest, clearance: question.clearance };
  const found = await listChanges(context.store, span, mostRecorded);
  return found
    .filter((change) => change.noun === "observation")
    .filter(({ after }) => question.areas === undefined || question.areas.includes(after.area));
}

/** What changed since a day: statuses first, then revised figures; and which figures are new, the newest first. */
export async function changesSince(
  context: Context,
  speech: Speech,
  asked: { placing: Placing; question: TrackingQuestion; since: string | undefined },
): Promise<Pick<SummaryView, "changes" | "changesTotal" | "recorded" | "recordedTotal">> {
  const { placing, question, since } = asked;
  if (since === undefined) return { changes: [], changesTotal: 0, recorded: [], recordedTotal: 0 };
  const recorded = await figureChanges(context, question, since);
  const revised = recorded.filter(({ before }) => before !== null);
  const first = recorded.filter(({ before }) => before === null);
  const view = (after: Recorded) => observationView(speech, after, placing.conflictIndex);
  const changes: Changes = [
    ...statusChanges(speech, placing),
    ...revised.map(({ before, after }): Changes[number] => ({
      kind: "figure",
      observation: view(after),
      before: before?.value ?? null,
      recordedAt: after.recordedAt,
    })),
  ];
  return {
    changes: changes.slice(0, mostListed),
    changesTotal: changes.length,
    recorded: first.slice(0, mostNew).map(({ after }) => ({ observation: view(after), recordedAt: after.recordedAt })),
    recordedTotal: first.length,
  };
}
