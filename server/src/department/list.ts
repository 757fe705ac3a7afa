import { listTasks } from "@yuanbiao/db/queries/task";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { areaRef, departmentRef, noteOf, type Speech } from "../wire/speech.ts";
import type { DepartmentList, DepartmentView } from "./shape.ts";

export interface DepartmentQuery {
  readonly asOf?: string | undefined;
  readonly city?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Departments by code, with successors and the number of tasks that name them. */
export async function listDepartmentViews(
  context: Context,
  language: Language,
  query: DepartmentQuery,
): Promise<z.infer<typeof DepartmentList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const speech: Speech = { registry, language };
  const tasks = await listTasks(context.store, { asOf });
  const departments = [...registry.departments.values()].filter(
    ({ city }) => query.city === undefined || city === query.city,
  );
  const page = pageOf(departments, ({ code }) => code, query);
  const items = page.items.map((department): z.infer<typeof DepartmentView> => {
    const { code, city, aliases, members, from, to, successor, successionBasis, note, noteEn } = department;
    return {
      ...departmentRef(speech, code),
      city: areaRef(speech, city),
      aliases: [...aliases],
      members: members.map((member) => departmentRef(speech, member)),
      from,
      to,
      successor: successor === null ? null : departmentRef(speech, successor),
      successionBasis,
      tasks: tasks.filter((task) => task.departments.includes(code)).length,
      note: noteOf(speech, note, noteEn),
      version: department.version,
      recordedAt: department.recordedAt,
    };
  });
  return { items, nextCursor: page.nextCursor };
}
