import { compareClauses } from "@yuanbiao/core/clause";
import type { Task } from "@yuanbiao/core/task";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listTasks } from "@yuanbiao/db/queries/task";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import type { Registry } from "../registry.ts";
import { areaRef, citationView, departmentRef, noteOf, type Speech } from "../wire/speech.ts";
import type { TaskList, TaskView } from "./shape.ts";

export interface TaskQuery {
  readonly asOf?: string | undefined;
  readonly city?: string | undefined;
  readonly area?: string | undefined;
  readonly department?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The departments of a task with groups (各县区人民政府) unfolded into their members. */
function unfolded(registry: Registry, departments: readonly string[]): string[] {
  return [...new Set(departments.flatMap((code) => [code, ...(registry.departments.get(code)?.members ?? [])]))];
}

function areasOf(registry: Registry, task: Task): string[] {
  const responsible = new Set(unfolded(registry, task.departments));
  return [...registry.areas.values()]
    .filter(({ department, kind }) => department !== null && kind !== "city" && responsible.has(department))
    .map(({ code }) => code);
}

/** Whether a task is about an area, is a duty of whoever runs it, or belongs to it as the city. */
function concerns(registry: Registry, task: Task, area: string): boolean {
  return task.area === area || registry.areas.get(task.area)?.city === area || areasOf(registry, task).includes(area);
}

function matches(registry: Registry, task: Task, { city, area, department }: TaskQuery): boolean {
  if (city !== undefined && registry.areas.get(task.area)?.city !== city) return false;
  if (area !== undefined && !concerns(registry, task, area)) return false;
  return department === undefined || unfolded(registry, task.departments).includes(department);
}

function viewOf(speech: Speech, task: Versioned<Task>): z.infer<typeof TaskView> {
  const { registry } = speech;
  const { code, name, nameEn, kind, area, departments, due, dueBasis, document, clause, version, recordedAt } = task;
  return {
    code,
    name: noteOf(speech, name, nameEn) ?? name,
    kind,
    area: areaRef(speech, area),
    city: areaRef(speech, registry.areas.get(area)?.city ?? area),
    section: noteOf(speech, task.section, task.sectionEn) ?? task.section,
    departments: departments.map((department) => departmentRef(speech, department)),
    areas: areasOf(registry, task).map((found) => areaRef(speech, found)),
    due,
    dueBasis,
    citation: citationView(speech, { document, clause }),
    note: noteOf(speech, task.note, task.noteEn),
    version,
    recordedAt,
  };
}

/** Tasks by document and clause, with their responsible units in the order of the text. */
export async function listTaskViews(
  context: Context,
  language: Language,
  query: TaskQuery,
): Promise<z.infer<typeof TaskList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const tasks = (await listTasks(context.store, { asOf }))
    .filter((task) => matches(registry, task, query))
    .toSorted((a, b) =>
      a.document === b.document ? compareClauses(a.clause, b.clause) : a.document < b.document ? -1 : 1,
    );
  const page = pageOf(tasks, ({ code }) => code, query);
  return { items: page.items.map((task) => viewOf({ registry, language }, task)), nextCursor: page.nextCursor };
}
