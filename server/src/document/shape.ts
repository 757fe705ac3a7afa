import { z } from "@hono/zod-openapi";
import { documentKinds, sourceGrades, validities } from "@yuanbiao/core/document";
import { listOf, Ref } from "../shape.ts";

export const DocumentView = Ref.extend({
  kind: z.enum(documentKinds),
  number: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  validity: z.enum(validities).nullable(),
  address: z.string().nullable(),
  grade: z.enum(sourceGrades),
  targets: z.int(),
  note: z.string().nullable(),
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Document");

export const DocumentList = listOf(DocumentView, "Document");
