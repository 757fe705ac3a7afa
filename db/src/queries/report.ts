import type { Report, ReportEvent, ReportLine, ReportState, Verification } from "@yuanbiao/core/report";
import { and, eq, lte } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

export interface ReportFilter {
  readonly ids?: readonly string[] | undefined;
  readonly rounds?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly states?: readonly ReportState[] | undefined;
}

/** Reports, by round and area. */
export async function listReports(reader: Reader, cut: Cut, filter: ReportFilter = {}): Promise<Versioned<Report>[]> {
  const { report } = reader.schema;
  const where = and(
    standingAt(report, cut),
    oneOf(report.id, filter.ids),
    oneOf(report.round, filter.rounds),
    oneOf(report.area, filter.areas),
    oneOf(report.state, filter.states),
  );
  return selectRows(reader, report, { where, orderBy: [report.round, report.area] });
}

export async function findReport(reader: Reader, cut: Cut, id: string): Promise<Versioned<Report> | undefined> {
  return (await listReports(reader, cut, { ids: [id] }))[0];
}

export interface LineFilter {
  readonly reports?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
}

/** Lines of reports, by report and indicator. */
export async function listReportLines(reader: Reader, cut: Cut, filter: LineFilter): Promise<Versioned<ReportLine>[]> {
  const { reportLine } = reader.schema;
  const where = and(
    standingAt(reportLine, cut),
    oneOf(reportLine.report, filter.reports),
    oneOf(reportLine.area, filter.areas),
    oneOf(reportLine.indicator, filter.indicators),
  );
  return selectRows(reader, reportLine, { where, orderBy: [reportLine.report, reportLine.indicator] });
}

/** What departments found, by report and indicator. */
export async function listVerifications(
  reader: Reader,
  cut: Cut,
  reports: readonly string[],
): Promise<Versioned<Verification>[]> {
  const { verification } = reader.schema;
  const where = and(standingAt(verification, cut), oneOf(verification.report, reports));
  return selectRows(reader, verification, { where, orderBy: [verification.report, verification.indicator] });
}

export type StoredEvent = ReportEvent & { readonly recordedAt: string };

/** The thread of reports, oldest first. */
export async function listReportEvents(reader: Reader, reports: readonly string[]): Promise<StoredEvent[]> {
  const { reportEvent } = reader.schema;
  const where = oneOf(reportEvent.report, reports);
  return selectRows(reader, reportEvent, { where, orderBy: [reportEvent.recordedAt, reportEvent.id] });
}

/** The last reminder of each report that was asked for by a letter. */
export async function listReminders(
  reader: Reader,
  { asOf }: Cut,
  reports: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent>> {
  const { reportEvent } = reader.schema;
  const where = and(
    oneOf(reportEvent.report, reports),
    eq(reportEvent.action, "remind"),
    asOf === null ? undefined : lte(reportEvent.recordedAt, asOf),
  );
  const events = await selectRows(reader, reportEvent, { where, orderBy: [reportEvent.recordedAt, reportEvent.id] });
  return new Map(events.map((event) => [event.report, event]));
}
