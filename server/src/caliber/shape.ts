import { z } from "@hono/zod-openapi";
import { listOf, Ref } from "../shape.ts";

const part = z.string().nullable();

export const CaliberView = Ref.extend({
  scope: part,
  population: part,
  denominator: part,
  level: part,
  price: part,
  classification: part,
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Caliber");

export const CaliberList = listOf(CaliberView, "Caliber");
