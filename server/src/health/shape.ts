import { z } from "@hono/zod-openapi";

export const Health = z
  .object({ status: z.literal("ok"), version: z.string(), engine: z.enum(["sqlite", "postgres"]) })
  .openapi("Health");
