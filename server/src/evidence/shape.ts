import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Day } from "@yuanbiao/core/day";
import { evidenceKinds } from "@yuanbiao/core/evidence";
import { wholeText } from "../body.ts";
import { uploadedFile } from "../write-route.ts";

/** A form's field that was left blank says nothing. */
const blankIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const EvidenceForm = z.object({
  file: uploadedFile,
  kind: z.enum(evidenceKinds),
  indicator: blankIsNone(Code),
  issuer: blankIsNone(wholeText.max(200)),
  issuedOn: blankIsNone(Day),
  note: blankIsNone(wholeText.max(500)),
  printCode: blankIsNone(wholeText.max(20)).openapi({ description: "for a scan (seal): the code on the paper" }),
});

export const EvidenceAdded = z.object({ id: z.string() }).openapi("EvidenceAdded");

export const PrintView = z
  .object({
    code: z.string(),
    report: z.string(),
    digest: z.string(),
    reportVersion: z.int(),
    cycle: z.int(),
    recordedAt: z.string(),
  })
  .openapi("ReportPrint");
