import type { Target } from "@yuanbiao/core/target";
import { and, eq } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { groupById, oneOf, recordedBy, selectRows, standingAt } from "./versions.ts";

export interface TargetFilter {
  readonly areas?: readonly string[] | undefined;
  readonly indicator?: string | undefined;
  readonly due?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Targets, by id. */
export async function listTargets(reader: Reader, cut: Cut, filter: TargetFilter = {}): Promise<Versioned<Target>[]> {
  const { target } = reader.schema;
  const where = and(
    standingAt(target, cut),
    filter.indicator === undefined ? undefined : eq(target.indicator, filter.indicator),
    filter.due === undefined ? undefined : eq(target.due, filter.due),
    oneOf(target.id, filter.ids),
  );
  return selectRows(reader, target, { where, areas: filter.areas, orderBy: [target.id] });
}

/** Every version of some targets as known at the cut, oldest first, by id. */
export async function listVersionsOfTargets(
  reader: Reader,
  cut: Cut,
  ids: readonly string[],
): Promise<Map<string, Versioned<Target>[]>> {
  const { target } = reader.schema;
  const where = and(oneOf(target.id, ids), recordedBy(target, cut));
  return groupById(await selectRows(reader, target, { where, orderBy: [target.id, target.version] }));
}
