import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { isDay, parseAsOf } from "@yuanbiao/core/day";
import { parsePeriod } from "@yuanbiao/core/period";
import { everyYear } from "@yuanbiao/core/target";

/** Query parameters that several routes share. An empty one is a bad one: it says nothing. */
const day = z
  .string()
  .refine(isDay, "malformed-day")
  .refine((text) => !isDay(text) || (text >= "1950-01-01" && text <= "2199-12-30"), "day-out-of-range");

export const on = day
  .optional()
  .openapi({ description: "统计时点 the day of the question, Asia/Shanghai; today if absent" });

export const asOf = z
  .string()
  .transform((text, context) => {
    const instant = parseAsOf(text);
    if (instant !== undefined) return instant;
    context.addIssue({ code: "custom", message: "malformed-instant" });
    return z.NEVER;
  })
  .optional()
  .openapi({ type: "string", description: "as known then: an instant, or a day (its end in Shanghai)" });

export const publishedBy = day
  .optional()
  .openapi({ description: "only figures published by this day; undated ones stay out and are counted" });

export const since = day.optional().openapi({ description: "what changed since this day" });

export const code = Code.optional();

export const period = z
  .string()
  .transform((text, context) => {
    const found = parsePeriod(text);
    if (found !== undefined) return found.code;
    context.addIssue({ code: "custom", message: "malformed-period" });
    return z.NEVER;
  })
  .optional()
  .openapi({ type: "string", example: "2017-YTD11" });

export const due = z
  .string()
  .transform((text, context) => {
    if (text === everyYear) return text;
    const found = parsePeriod(text);
    if (found !== undefined) return found.code;
    context.addIssue({ code: "custom", message: "malformed-period" });
    return z.NEVER;
  })
  .optional()
  .openapi({ type: "string", example: "2025", description: "a period, or every-year" });

export const limit = z
  .string()
  .regex(/^\d{1,4}$/, "limit-out-of-range")
  .transform(Number)
  .refine((count) => count >= 1 && count <= 1000, "limit-out-of-range")
  .default(200)
  .openapi({ type: "integer", minimum: 1, maximum: 1000, default: 200 });

export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,400}$/, "malformed-cursor")
  .optional();

export const paging = { cursor, limit };
