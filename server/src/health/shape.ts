import { z } from "@hono/zod-openapi";

export const Health = z
  .object({
    status: z.literal("ok"),
    version: z.string(),
    engine: z.enum(["sqlite", "postgres"]),
    demo: z.boolean().openapi({ description: "made-up figures: 演示数据" }),
  })
  .openapi("Health");

export const Ready = z.object({ status: z.literal("ready") }).openapi("Ready");
