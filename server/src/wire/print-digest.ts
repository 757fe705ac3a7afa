import { createHash } from "node:crypto";
import type { Report, ReportLine } from "@yuanbiao/core/report";

/** What a printed report shows, as one hash: its lines' content, whatever has become of their review. */
export function printDigest(report: Pick<Report, "id">, lines: readonly ReportLine[]): string {
  const content = lines
    .map(({ indicator, caliber, state, value, explanation, enterprises }) => ({
      ...{ indicator, caliber, state, value, explanation, enterprises },
    }))
    .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([report.id, content]))
    .digest("hex");
}
