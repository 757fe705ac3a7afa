import { z } from "@hono/zod-openapi";
import { documentKinds, PolicyDocument, sourceGrades, validities } from "@yuanbiao/core/document";
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

/** A document that plans, confirmations and judgements cite. */
export const DocumentBody = z.strictObject({
  ...PolicyDocument.shape,
  kind: z.enum(["policy", "reply"]),
  nameEn: PolicyDocument.shape.nameEn.default(null),
  validity: PolicyDocument.shape.validity.default(null),
  address: PolicyDocument.shape.address.default(null),
  grade: PolicyDocument.shape.grade.default("original"),
  note: PolicyDocument.shape.note.default(null),
  noteEn: PolicyDocument.shape.noteEn.default(null),
});
export const DocumentAdded = Ref.openapi("DocumentAdded");
