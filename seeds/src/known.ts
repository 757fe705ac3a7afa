import { listAreas } from "@yuanbiao/db/queries/area";
import { listCalibers } from "@yuanbiao/db/queries/caliber";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Reader } from "@yuanbiao/db/store";
import type { Fault, Folder } from "./folder.ts";
import { readFolder } from "./read.ts";
import type { Known, ReferredNoun } from "./sources.ts";
import { referredNouns } from "./sources.ts";

type Find = (reader: Reader, wanted: readonly string[]) => Promise<readonly string[]>;
const now = { asOf: null };
const codes = (rows: readonly { readonly code: string }[]): string[] => rows.map(({ code }) => code);

/** Figures and targets are asked for by id: there may be millions of them. */
const finders: Record<ReferredNoun, Find> = {
  document: async (reader) => codes(await listDocuments(reader, now)),
  department: async (reader) => codes(await listDepartments(reader, now)),
  area: async (reader) => codes(await listAreas(reader, now)),
  caliber: async (reader) => codes(await listCalibers(reader, now)),
  indicator: async (reader) => codes(await listIndicators(reader, now)),
  target: async (reader, ids) => (await listTargets(reader, now, { ids })).map(({ id }) => id),
  observation: async (reader, ids) =>
    (await listObservations(reader, { ...now, publishedBy: null }, { ids })).map(({ id }) => id),
};

/** Reads a folder; what it mentions and does not hold itself may stand in the store. */
export async function readAgainst(
  reader: Reader,
  path: string,
): Promise<{ folder: Folder } | { faults: readonly Fault[] }> {
  const alone = await readFolder(path);
  if ("folder" in alone) return alone;
  const known: { [N in ReferredNoun]?: ReadonlySet<string> } = {};
  for (const noun of referredNouns) {
    const missing = alone.faults.filter(({ code }) => code === `unknown-${noun}`);
    const wanted = [...new Set(missing.flatMap(({ value }) => value ?? []))];
    if (wanted.length > 0) known[noun] = new Set(await finders[noun](reader, wanted));
  }
  const found: Known = known;
  return Object.keys(found).length === 0 ? alone : readFolder(path, found);
}
