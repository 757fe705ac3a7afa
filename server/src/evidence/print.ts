import { randomBytes } from "node:crypto";
import { isOfPark } from "@yuanbiao/core/access";
import { printCodeOf } from "@yuanbiao/core/evidence";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { openReport } from "../reporting.ts";
import { printDigest } from "../wire/print-digest.ts";
import type { PrintView } from "./shape.ts";

/** 打印: notes what the sheet shows under a code that stands on it, so that a scan leads back to exactly this version. */
export async function printReport(context: Context, asker: Asker, id: string): Promise<z.infer<typeof PrintView>> {
  const { report, lines } = await openReport(context, asker, id, "evidence.add");
  // The park signs its own report; what others see of it may be a part, or an older version.
  if (!isOfPark(asker.actor, report.area)) throw new Refusal(403, "forbidden");
  const code = printCodeOf(randomBytes(10));
  const digest = printDigest(report, lines);
  const { area, version: reportVersion, cycle } = report;
  const row = { code, area, report: id, digest, reportVersion, cycle };
  const { recordedAt } = await change(context, asker, {
    statements: [{ insert: "reportPrint", rows: [row] }],
    entries: [{ area, action: "report-print", subject: id, after: { code, digest, reportVersion } }],
  });
  return { code, report: id, digest, reportVersion, cycle, recordedAt };
}
