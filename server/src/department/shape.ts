import { z } from "@hono/zod-openapi";
import { listOf, Ref } from "../shape.ts";

export const DepartmentView = Ref.extend({
  city: Ref,
  aliases: z.array(z.string()),
  members: z.array(Ref),
  from: z.string().nullable(),
  to: z.string().nullable(),
  successor: Ref.nullable(),
  successionBasis: z.enum(["text", "unverified"]).nullable(),
  tasks: z.int(),
  note: z.string().nullable(),
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Department");

export const DepartmentList = listOf(DepartmentView, "Department");
