import type { Evidence } from "@yuanbiao/core/evidence";
import type { InferSelectModel } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader, Schema } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

export interface EvidenceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly reports?: readonly string[] | undefined;
  readonly targets?: readonly string[] | undefined;
  readonly objections?: readonly string[] | undefined;
}

/** Files, by report and id. */
export async function listEvidence(reader: Reader, cut: Cut, filter: EvidenceFilter): Promise<Versioned<Evidence>[]> {
  const { evidence } = reader.schema;
  const where = and(
    standingAt(evidence, cut),
    oneOf(evidence.id, filter.ids),
    oneOf(evidence.report, filter.reports),
    oneOf(evidence.target, filter.targets),
    oneOf(evidence.objection, filter.objections),
  );
  return selectRows(reader, evidence, { where, orderBy: [evidence.report, evidence.id] });
}

export type StoredPrint = InferSelectModel<Schema["reportPrint"]>;

/** The sheets that were printed of a report, oldest first. */
export async function listPrints(reader: Reader, report: string): Promise<StoredPrint[]> {
  const { reportPrint } = reader.schema;
  return selectRows(reader, reportPrint, {
    where: eq(reportPrint.report, report),
    orderBy: [reportPrint.recordedAt, reportPrint.code],
  });
}

export async function findPrint(reader: Reader, code: string): Promise<StoredPrint | undefined> {
  const { reportPrint } = reader.schema;
  const where = sql`${eq(reportPrint.code, code)}`;
  return (await selectRows(reader, reportPrint, { where, orderBy: [reportPrint.code] }))[0];
}
