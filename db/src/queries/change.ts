import type { FigureClass } from "@yuanbiao/core/access";
import type { Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";
import type { Column } from "drizzle-orm";
import { and, desc, gt, lte } from "drizzle-orm";
import type { Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { cleared, withheld } from "./observation.ts";
import { oneOf, selectRows } from "./versions.ts";

interface Step<T> {
  readonly before: Versioned<T> | null;
  readonly after: Versioned<T>;
}
/** A version of a figure or a target, with the version before it where there was one. */
export type RecordedChange =
  | ({ readonly noun: "observation" } & Step<Observation>)
  | ({ readonly noun: "target" } & Step<Target>);

/** What was recorded after `since` and up to `until`: newest first, targets before figures, then by id. */
export async function listChanges(
  reader: Reader,
  { since, until, clearance }: { since: string; until: string; clearance?: FigureClass | undefined },
  limit: number,
): Promise<RecordedChange[]> {
  const { observation, target } = reader.schema;
  const recorded = (column: Column) => and(gt(column, since), lte(column, until));
  const targets = await selectRows(reader, target, {
    where: recorded(target.recordedAt),
    orderBy: [desc(target.recordedAt), target.id, target.area],
    limit,
  });
  const rows = await selectRows(reader, observation, {
    where: and(recorded(observation.recordedAt), cleared(reader, { clearance })),
    orderBy: [desc(observation.recordedAt), observation.id, observation.area],
    limit,
  });
  const figures = withheld(rows, { clearance });
  const newest = [
    ...targets.map((after) => ({ noun: "target" as const, after })),
    ...figures.map((after) => ({ noun: "observation" as const, after })),
  ]
    .sort((a, b) => (a.after.recordedAt < b.after.recordedAt ? 1 : a.after.recordedAt > b.after.recordedAt ? -1 : 0))
    .slice(0, limit);
  const [earlierTargets, earlierFigures] = await Promise.all([
    listEarlierTargets(reader, revised(newest, "target")),
    listEarlierFigures(reader, revised(newest, "observation"), clearance),
  ]);
  return newest.map(
    (change): RecordedChange =>
      change.noun === "target"
        ? { ...change, before: earlierTargets.get(beforeOf(change.after)) ?? null }
        : { ...change, before: earlierFigures.get(beforeOf(change.after)) ?? null },
  );
}

interface Numbered {
  readonly id: string;
  readonly version: number;
}
const keyOf = ({ id, version }: Numbered): string => `${id}@${version}`;
const beforeOf = ({ id, version }: Numbered): string => keyOf({ id, version: version - 1 });

function revised(changes: readonly { noun: string; after: Numbered }[], noun: string): string[] {
  return changes.filter((change) => change.noun === noun && change.after.version > 1).map(({ after }) => after.id);
}

async function listEarlierTargets(reader: Reader, ids: readonly string[]): Promise<Map<string, Versioned<Target>>> {
  const { target } = reader.schema;
  if (ids.length === 0) return new Map();
  const rows = await selectRows(reader, target, { where: oneOf(target.id, ids), orderBy: [target.id, target.version] });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function listEarlierFigures(
  reader: Reader,
  ids: readonly string[],
  clearance: FigureClass | undefined,
): Promise<Map<string, Versioned<Observation>>> {
  const { observation } = reader.schema;
  if (ids.length === 0) return new Map();
  const orderBy = [observation.id, observation.version];
  const where = and(oneOf(observation.id, ids), cleared(reader, { clearance }));
  const found = withheld(await selectRows(reader, observation, { where, orderBy }), { clearance });
  return new Map(found.map((row) => [keyOf(row), row]));
}
