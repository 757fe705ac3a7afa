import type { AuditEntry } from "@yuanbiao/db/audit";
import type { Statement } from "@yuanbiao/db/commit";
import type { Records, TrackedNoun, Versioned } from "@yuanbiao/db/nouns";
import { listAreas, listMemberships } from "@yuanbiao/db/queries/area";
import { listBridges, listCalibers } from "@yuanbiao/db/queries/caliber";
import { listConflicts } from "@yuanbiao/db/queries/conflict";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listLightRules } from "@yuanbiao/db/queries/light-rule";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import { listTasks } from "@yuanbiao/db/queries/task";
import type { Change } from "@yuanbiao/db/revise";
import { planVersions } from "@yuanbiao/db/revise";
import type { Reader } from "@yuanbiao/db/store";
import type { Folder } from "./folder.ts";

export interface Counts {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
}

/** What one noun of a folder changes: statements, counts, and the areas that it touches with their counts. */
interface PlannedPart extends Counts {
  readonly noun: TrackedNoun;
  readonly statements: readonly Statement[];
  readonly touched: readonly { readonly area: string; readonly isNew: boolean }[];
}
export interface FolderPlan {
  readonly statements: readonly Statement[];
  readonly counts: Readonly<Record<TrackedNoun, Counts>>;
  readonly parts: readonly PlannedPart[];
}

const now = { asOf: null };
const idsAtOnce = 1000;

/** Compares a folder with what stands in the store; rows that the folder does not mention are left alone. */
export async function planFolder(reader: Reader, folder: Folder, change: Change): Promise<FolderPlan> {
  const part = <N extends TrackedNoun>(
    noun: N,
    current: readonly Versioned<Records[N]>[],
    incoming: readonly Records[N][],
  ) => planPart(noun, planVersions(noun, { current, incoming }, change), folder.city);
  const targets = folder.targets.map(({ id }) => id);
  const figures = folder.observations.map(({ id }) => id);
  const bridged = [...new Set(folder.bridges.map(({ target }) => target))];
  const parts = {
    document: part("document", await listDocuments(reader, now), folder.documents),
    department: part("department", await listDepartments(reader, now), folder.departments),
    area: part("area", await listAreas(reader, now), folder.areas),
    membership: part("membership", await listMemberships(reader, now), folder.memberships),
    indicator: part("indicator", await listIndicators(reader, now), folder.indicators),
    caliber: part("caliber", await listCalibers(reader, now), folder.calibers),
    target: part("target", await inChunks(targets, (ids) => listTargets(reader, now, { ids })), folder.targets),
    bridge: part(
      "bridge",
      await inChunks(bridged, (some) => listBridges(reader, now, { targets: some })),
      folder.bridges,
    ),
    observation: part(
      "observation",
      await inChunks(figures, (ids) => listObservations(reader, { ...now, publishedBy: null }, { ids })),
      folder.observations,
    ),
    conflict: part("conflict", await listConflicts(reader, now), folder.conflicts),
    task: part("task", await listTasks(reader, now), folder.tasks),
    lightRule: part("lightRule", await listLightRules(reader, now), folder.lightRules),
  } satisfies Record<TrackedNoun, PlannedPart>;
  const all = Object.values(parts);
  return { statements: all.flatMap(({ statements }) => statements), counts: parts, parts: all };
}

/** An entry for each area that the folder touches; what belongs to no area stands in the trail of the folder's city. */
export function auditOf(plan: FolderPlan, folder: Folder, load: Pick<AuditEntry, "subject" | "detail">): AuditEntries {
  const byArea = new Map<string, Record<string, { added: number; revised: number }>>();
  for (const { noun, touched } of plan.parts) {
    for (const { area, isNew } of touched) {
      const counts = byArea.get(area) ?? {};
      const count = counts[noun] ?? { added: 0, revised: 0 };
      byArea.set(area, { ...counts, [noun]: count });
      count[isNew ? "added" : "revised"] += 1;
    }
  }
  const entry = (area: string): AuditEntry => ({
    area,
    action: "load-folder",
    subject: load.subject,
    detail: { ...load.detail, counts: byArea.get(area) ?? {} },
  });
  const [first = folder.city, ...others] = [...byArea.keys()].sort();
  return [entry(first), ...others.map(entry)];
}
type AuditEntries = readonly [AuditEntry, ...AuditEntry[]];

function planPart<N extends TrackedNoun>(noun: N, plan: ReturnType<typeof planVersions<N>>, city: string): PlannedPart {
  const touched = plan.revisions.flatMap(({ before, after }) => {
    const areas = new Set([areaOf(after) ?? city, ...(before === null ? [] : [areaOf(before) ?? city])]);
    return [...areas].map((area) => ({ area, isNew: before === null }));
  });
  const { statements, added, revised, unchanged } = plan;
  return { noun, statements, touched, added, revised, unchanged };
}

function areaOf(record: Records[TrackedNoun]): string | undefined {
  if ("area" in record) return record.area;
  return "openEnded" in record ? record.code : undefined;
}

async function inChunks<T>(ids: readonly string[], list: (ids: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let first = 0; first < ids.length; first += idsAtOnce) {
    found.push(...(await list(ids.slice(first, first + idsAtOnce))));
  }
  return found;
}
