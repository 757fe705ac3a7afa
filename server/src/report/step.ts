import { randomUUID } from "node:crypto";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Filed, Filing, Step } from "@yuanbiao/core/filing";
import type { RevisionReason } from "@yuanbiao/core/observation";
import type { ReportAction } from "@yuanbiao/core/report";
import type { Statement } from "@yuanbiao/db/commit";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { OpenedReport } from "../reporting.ts";

/** Who takes a step, and when it is in Shanghai. */
export function stepOf(context: Context, { actor }: Asker): Step {
  const now = context.clock();
  return { account: actor.account, at: now.toISOString(), day: shanghaiDay(now) };
}

/** Refuses a step that was taken on another version than the one that stands. */
export function requireVersion(ifMatch: number, standing: { readonly version: number }): void {
  if (ifMatch !== standing.version) throw new Refusal(412, "stale-version");
}

/** What a step leaves in the thread, and what else belongs into its transaction. */
export interface Taken {
  readonly action: ReportAction;
  readonly comment?: string | null;
  readonly indicators?: readonly string[];
  readonly statements?: readonly Statement[];
  /** What else must still stand as it was seen. */
  readonly holds?: readonly Statement[];
}

/** The statements that store what a step made of a report and its lines. */
export function filedStatements({ report, current }: OpenedReport, filed: Filed, note: string): Statement[] {
  const because = { reason: "other" as RevisionReason, note };
  const changed = new Set(filed.lines.map(({ indicator }) => indicator));
  return [
    ...planVersions("report", { current: [report], incoming: [filed.report] }, because).statements,
    ...planVersions(
      "reportLine",
      { current: current.filter(({ indicator }) => changed.has(indicator)), incoming: filed.lines },
      because,
    ).statements,
  ];
}

/** A thread entry, to be stored with what it tells of. */
export function eventStatement(asker: Asker, report: OpenedReport["report"], taken: Taken): Statement {
  const { actor } = asker;
  const { action, comment = null, indicators = [] } = taken;
  const row = {
    ...{ id: randomUUID(), area: report.area, report: report.id, action, cycle: report.cycle },
    ...{ account: actor.account, name: actor.name, comment: comment === "" ? null : comment, indicators },
  };
  return { insert: "reportEvent", rows: [row] };
}

/** Turns a refusal of the rules into an answer that names the lines it is about. */
export function requireFiled(filing: Filing): Filed {
  if (filing.ok) return filing;
  const { code, indicators } = filing;
  throw new Refusal(
    409,
    code,
    indicators.map((indicator) => ({ field: `lines.${indicator}`, code })),
  );
}

/** Stores a step: the report, its lines, the thread and the trail in one transaction. Gives what it was taken on. */
export async function takeStep(
  context: Context,
  asker: Asker,
  { opened, filing, taken }: { opened: OpenedReport; filing: Filing; taken: Taken },
): Promise<OpenedReport> {
  const filed = requireFiled(filing);
  const { report, round } = opened;
  const isRemark = taken.action === "comment";
  await change(context, asker, {
    statements: [
      ...(isRemark
        ? []
        : ([
            { hold: "report", record: report },
            { hold: "round", record: round },
          ] as const)),
      ...(taken.holds ?? []),
      ...filedStatements(opened, filed, taken.action),
      eventStatement(asker, report, taken),
      ...(taken.statements ?? []),
    ],
    entries: [
      {
        area: report.area,
        action: `report-${taken.action}`,
        subject: report.id,
        before: { state: report.state, cycle: report.cycle, version: report.version },
        after: {
          state: filed.report.state,
          cycle: filed.report.cycle,
          ...(taken.comment ? { comment: taken.comment } : {}),
          ...(taken.indicators && taken.indicators.length > 0 ? { indicators: taken.indicators } : {}),
        },
      },
    ],
  });
  return opened;
}
