import { z } from "@hono/zod-openapi";
import { sourceGrades } from "@yuanbiao/core/document";

/** What several nouns' answers are made of. Names are in the language of the request. */
export const Ref = z.object({ code: z.string(), name: z.string() }).openapi("Ref");
export type Ref = z.infer<typeof Ref>;

export const decimal = z
  .string()
  .openapi({ description: "decimal string in the indicator's unit", example: "1829.84" });

export const Source = z
  .object({
    kind: z.enum(["document", "page"]),
    document: Ref,
    title: z.string().nullable(),
    number: z.string().nullable(),
    clause: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: z.string().nullable(),
    address: z.string().nullable(),
    grade: z.enum(sourceGrades),
  })
  .openapi("Source");
export type Source = z.infer<typeof Source>;

export const Times = z.object({
  version: z.int(),
  recordedAt: z.string(),
  publishedOn: z.string().nullable(),
});

/** A page of a list: its items and where the next page starts. */
export function listOf<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).openapi(`${name}List`);
}

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
    more: z.int().optional().openapi({ description: "how many errors there are beyond those that are listed" }),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;
