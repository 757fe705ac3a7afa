import { z } from "@hono/zod-openapi";

const tableFormats = ["csv", "excel"] as const;

export const ExportBody = z
  .strictObject({
    table: z.string().trim().min(1).max(200).openapi({ description: "what the page calls it" }),
    format: z.enum(tableFormats),
    rows: z.int().min(0),
    page: z
      .string()
      .startsWith("/", "bad-value")
      .max(2000)
      .openapi({ description: "address of the page with its filters, without host" }),
  })
  .openapi("TableExport");
export type ExportBody = z.infer<typeof ExportBody>;

export const ExportNoted = z.object({ recordedAt: z.string() }).openapi("TableExportNoted");
