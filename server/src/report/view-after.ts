import type { Context } from "../context.ts";
import { languageOf } from "../language.ts";
import { type OpenedReport, openReport } from "../reporting.ts";
import { askerOf } from "../variables.ts";
import { loadSurroundings, reportView } from "./read.ts";
import type { ReportView } from "./shape.ts";

/**
 * The report as it stands after a step, as the asker sees it. The round and the definitions beside it are those that the
 * step was taken on: what depends on them is asked for together with the report.
 */
export async function viewAfter(
  context: Context,
  request: Parameters<typeof askerOf>[0],
  before: OpenedReport,
): Promise<ReportView> {
  const asker = askerOf(request);
  const [opened, surroundings] = await Promise.all([
    openReport(context, asker, before.report.id),
    loadSurroundings(context, asker, before),
  ]);
  return reportView(context, asker, {
    opened,
    surroundings,
    language: languageOf(request.req.header("accept-language")),
  });
}
