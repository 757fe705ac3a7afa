import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { conclusions, objectionStates, Reply } from "@yuanbiao/core/objection";
import { listOf, Ref } from "../shape.ts";

export const ObjectionView = z
  .object({
    id: z.string(),
    evaluation: Ref,
    area: Ref,
    criterion: Ref,
    claim: z.string(),
    state: z.enum(objectionStates),
    madeBy: z.string(),
    madeOn: z.string(),
    reply: z.object({ facts: z.string(), basis: z.string(), conclusion: z.enum(conclusions) }).nullable(),
    answeredBy: z.string().nullable(),
    answeredOn: z.string().nullable(),
    answerable: z.boolean().openapi({ description: "whether the asker may answer it now" }),
    withdrawable: z.boolean(),
    files: z.array(z.object({ id: z.string(), fileName: z.string(), size: z.int(), type: z.string() })),
    version: z.int(),
  })
  .openapi("Objection");
export type ObjectionView = z.infer<typeof ObjectionView>;
export const ObjectionList = listOf(ObjectionView, "Objection");

export const ObjectionBody = z.strictObject({
  evaluation: Code,
  area: Code,
  criterion: Code,
  claim: z.string().trim().min(1).max(4000),
});
export const ReplyBody = Reply;
