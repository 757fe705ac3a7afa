import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Day } from "@yuanbiao/core/day";
import { LetterItem } from "@yuanbiao/core/letter";
import { listOf, Ref } from "../shape.ts";

export const LetterView = z
  .object({
    id: z.string(),
    city: Ref,
    department: Ref.nullable(),
    area: Ref.nullable(),
    items: z.array(LetterItem),
    answerBy: z.string(),
    number: z.string().nullable(),
    signer: z.string(),
    sentBy: z.string(),
    recordedAt: z.string(),
  })
  .openapi("Letter");
export const LetterList = listOf(LetterView, "Letter");

/** Whom to remind of what: targets of the 补数清单 and reports that were not filed. */
export const LetterBody = z.strictObject({
  city: Code,
  department: Code.nullable(),
  area: Code.nullable(),
  targets: z.array(Code).max(500),
  reports: z.array(z.string().max(100)).max(500),
  answerBy: Day,
  number: z.string().trim().min(1).max(100).nullable(),
  signer: z.string().trim().min(1).max(100),
});

export const LetterSent = z.object({ id: z.string() }).openapi("LetterSent");
