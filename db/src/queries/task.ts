import type { Task } from "@yuanbiao/core/task";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Tasks, by code. */
export async function listTasks(reader: Reader, cut: Cut): Promise<Versioned<Task>[]> {
  const { task } = reader.schema;
  return selectRows(reader, task, { where: standingAt(task, cut), orderBy: [task.code] });
}
