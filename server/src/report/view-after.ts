import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { openReport } from "../reporting.ts";
import { askerOf } from "../variables.ts";
import { reportView } from "./read.ts";
import type { ReportView } from "./shape.ts";

/** The report as it stands after a step, as the asker sees it. */
export async function viewAfter(
  context: Context,
  request: Parameters<typeof askerOf>[0],
  report: string,
): Promise<ReportView> {
  const asker = askerOf(request);
  const opened = await openReport(context, asker, report);
  return reportView(context, asker, { opened, language: languageOf(request.req.header("accept-language")) });
}
