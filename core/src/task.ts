import { z } from "zod";
import { Code, named } from "./code.ts";
import { PeriodCode } from "./period.ts";

export const taskKinds = ["key-task", "safeguard"] as const;

/** 重点任务: a duty from a document with its responsible units, the first listed one leading. */
export const Task = z.object({
  code: Code,
  ...named,
  kind: z.enum(taskKinds),
  area: Code,
  section: z.string().min(1),
  sectionEn: z.string().min(1).nullable(),
  departments: z.array(Code),
  due: PeriodCode.nullable(),
  /** Whether the task itself is dated or inherits the document's year. */
  dueBasis: z.enum(["stated", "inherited"]).nullable(),
  document: Code,
  clause: z.string().min(1),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Task = z.infer<typeof Task>;
