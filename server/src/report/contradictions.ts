import type { Finding } from "@yuanbiao/core/check";
import type { ReportLine } from "@yuanbiao/core/report";
import { listChecks } from "@yuanbiao/db/queries/check";
import type { Context } from "../context.ts";
import type { OpenedReport } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import { nothingBeside } from "../reporting-references.ts";

type Content = Pick<ReportLine, "state" | "value">;

/**
 * What checks find among the lines of a report as the office is about to adopt them, and did not find among them as they
 * were reported: figures of several hands need not fit together (a share and its two parts).
 */
export async function findContradictions(
  { store }: Context,
  { round, lines }: Pick<OpenedReport, "round" | "lines">,
  adopted: ReadonlyMap<string, Content>,
): Promise<readonly Finding[]> {
  const together = lines.map((line) => ({ ...line, ...adopted.get(line.indicator) }));
  if (together.every(({ value, state }, at) => value === lines[at]?.value && state === lines[at]?.state)) return [];
  const checks = await listChecks(store, { asOf: null });
  const keyOf = ({ check, code, indicators }: Finding): string => [check, code, ...indicators].join(" ");
  const known = new Set(findingsOn(checks, round, lines, nothingBeside).findings.map(keyOf));
  const { findings } = findingsOn(checks, round, together, nothingBeside);
  return findings.filter((finding) => finding.indicators.length > 1 && !known.has(keyOf(finding)));
}
