import { z } from "@hono/zod-openapi";
import { isDay } from "@yuanbiao/core/day";
import { taskKinds } from "@yuanbiao/core/task";
import { listOf, Ref } from "../shape.ts";
import { CitationView } from "../wire/citation.ts";

export const TaskView = Ref.extend({
  kind: z.enum(taskKinds),
  area: Ref,
  city: Ref,
  section: z.string(),
  departments: z.array(Ref),
  /** The areas whose committees or governments are responsible, groups unfolded. */
  areas: z.array(Ref),
  due: z.string().nullable(),
  dueBasis: z.enum(["stated", "inherited"]).nullable(),
  citation: CitationView,
  note: z.string().nullable(),
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Task");

export const TaskList = listOf(TaskView, "Task");

export const ReplyBy = z
  .string()
  .refine(isDay, "malformed-day")
  .optional()
  .openapi({ description: "the last day to answer; two weeks from today if absent" });
