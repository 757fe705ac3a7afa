import type { Department } from "@yuanbiao/core/department";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Departments, by code. */
export async function listDepartments(reader: Reader, cut: Cut): Promise<Versioned<Department>[]> {
  const { department } = reader.schema;
  return selectRows(reader, department, { where: standingAt(department, cut), orderBy: [department.code] });
}
