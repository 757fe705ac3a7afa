import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import type { ExportBody } from "./shape.ts";

/** Notes that a table which stands in the reader's browser is about to leave it as a file; when. */
export async function noteExport(
  context: Context,
  asker: Asker,
  { table, format, rows, page }: ExportBody,
): Promise<{ recordedAt: string }> {
  const entry = { area: systemArea, action: "export", subject: table, after: { format, rows, page } };
  const { recordedAt } = await change(context, asker, { statements: [], entries: [entry] });
  return { recordedAt };
}
