import type { JobRow } from "@yuanbiao/db/queries/job";
import type { z } from "zod";
import type { JobView } from "./shape.ts";

/** A job as its owner sees it. */
export function viewOf(row: JobRow): z.infer<typeof JobView> {
  const { id, kind, method, target, state, attempts, createdAt, finishedAt, status } = row;
  return { id, kind, method, target, state, attempts, createdAt, finishedAt, status };
}
