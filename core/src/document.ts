import { z } from "zod";
import { Code, named } from "./code.ts";
import { PartialDay } from "./day.ts";

export const documentKinds = ["policy", "reply", "feature", "page", "catalogue", "report"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** 有效, 失效, 废止, 待核. */
export const validities = ["in-force", "expired", "repealed", "unverified"] as const;

/** 原件, 官网, 媒体, 转载, 百科: from the best to the weakest. */
export const sourceGrades = ["original", "official", "media", "repost", "encyclopedia"] as const;
export type SourceGrade = (typeof sourceGrades)[number];

/** A policy document, or a page or article that figures were read from. `publishedOn` is as the source gives it. */
export const PolicyDocument = z.object({
  code: Code,
  ...named,
  kind: z.enum(documentKinds),
  /** 文号, as printed; null where the document has none or the text lost it. */
  number: z.string().min(1).nullable(),
  /** Issuer of a document, publisher of a page. */
  publisher: z.string().min(1).nullable(),
  publishedOn: PartialDay.nullable(),
  validity: z.enum(validities).nullable(),
  address: z.string().min(1).nullable(),
  grade: z.enum(sourceGrades),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

/** Where a figure or a target stands: a document and the clause in it; pages have no clause. */
export const Citation = z.object({ document: Code, clause: z.string().min(1).nullable() });
export type Citation = z.infer<typeof Citation>;
