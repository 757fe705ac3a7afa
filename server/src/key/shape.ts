import { z } from "@hono/zod-openapi";
import { keyScopes } from "@yuanbiao/core/access";
import { isDay } from "@yuanbiao/core/day";
import { listOf } from "../shape.ts";

export const NewKeyBody = z
  .strictObject({
    name: z.string().trim().min(1, "empty-text").max(100, "text-too-long"),
    scope: z.enum(keyScopes).openapi({ description: "read, or read and file reports" }),
    expiresOn: z
      .string()
      .refine(isDay, "malformed-day")
      .openapi({ description: "its last day, a year from now at most" }),
  })
  .openapi("NewKey");
export type NewKeyBody = z.infer<typeof NewKeyBody>;

export const KeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string().openapi({ description: "whose rights it has: who made it" }),
    scope: z.enum(keyScopes),
    prefix: z.string().openapi({ description: "its first letters, to tell keys apart" }),
    expiresOn: z.string(),
    revoked: z.boolean(),
    lastUsedAt: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
  })
  .openapi("Key");
export type KeyView = z.infer<typeof KeyView>;

export const KeyList = listOf(KeyView, "Key");
/** The key itself is shown once. */
export const NewKeyView = z.object({ key: KeyView, secret: z.string() }).openapi("NewKeyShown");
export const KeyId = z.string().regex(/^[0-9a-f-]{36}$/, "malformed-code");
