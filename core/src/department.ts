import { z } from "zod";
import { Code, named } from "./code.ts";
import { PartialDay } from "./day.ts";

/** Who is responsible or verifies (责任单位). A group (各县区人民政府) stands for its `members`. */
export const Department = z.object({
  code: Code,
  ...named,
  city: Code,
  aliases: z.array(z.string().min(1)),
  members: z.array(Code),
  from: PartialDay.nullable(),
  to: PartialDay.nullable(),
  successor: Code.nullable(),
  /** Whether dates and successor stand in a cited text or are still to be checked (待核). */
  successionBasis: z.enum(["text", "unverified"]).nullable(),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Department = z.infer<typeof Department>;
