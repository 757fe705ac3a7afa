import { readdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Statement } from "@yuanbiao/db/commit";
import { commit } from "@yuanbiao/db/commit";
import type { TrackedNoun } from "@yuanbiao/db/nouns";
import { wasLoaded } from "@yuanbiao/db/queries/dataset";
import type { Change } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import { digestFolder } from "./digest.ts";
import type { Fault, Folder } from "./folder.ts";
import { readAgainst } from "./known.ts";
import { checkNeighbours } from "./neighbours.ts";
import type { Counts } from "./plan.ts";
import { auditOf, planFolder } from "./plan.ts";

export type Loaded =
  | {
      readonly ok: true;
      readonly folder: string;
      /** Whether anything was written; a folder that says nothing new leaves the store as it is. */
      readonly isChanged: boolean;
      readonly counts: Readonly<Record<TrackedNoun, Counts>>;
    }
  | { readonly ok: false; readonly folder: string; readonly faults: readonly Fault[] };

export interface LoadOptions extends Change {
  readonly actor: string;
}

const shippedFolder = fileURLToPath(new URL("../policy", import.meta.url));
const attempts = 5;

/** Loads a data folder in one transaction: all of it, or nothing where a row is wrong. */
export async function loadFolder(store: Store, path: string, options: LoadOptions): Promise<Loaded> {
  const name = basename(resolve(path));
  const digest = await digestFolder(path);
  const read = await readAgainst(store, path);
  if ("faults" in read) return { ok: false, folder: name, faults: read.faults };
  const faults = await checkNeighbours(store, read.folder, path);
  if (faults.length > 0) return { ok: false, folder: name, faults };
  const source = { name, digest };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await writeFolder(store, read.folder, source, options);
    if (loaded !== undefined) return loaded;
  }
  throw new Error(`${name}: other changes kept coming in between; nothing was loaded`);
}

/** One attempt; undefined where one of the rows was changed by somebody else since it was read. */
export async function writeFolder(
  store: Store,
  folder: Folder,
  { name, digest }: { name: string; digest: string },
  { actor, reason, note }: LoadOptions,
): Promise<Loaded | undefined> {
  const isKnown = await wasLoaded(store, digest);
  const plan = await planFolder(store, folder, { reason, note });
  const loaded = { ok: true, folder: name, counts: plan.counts } as const;
  if (plan.statements.length === 0 && isKnown) return { ...loaded, isChanged: false };
  const record: Statement[] = isKnown ? [] : [{ insert: "seedLoad", rows: [{ digest, folder: name }] }];
  const committed = await commit(store, {
    actor,
    statements: [...plan.statements, ...record],
    audit: auditOf(plan, folder, { subject: name, detail: { digest, reason, note } }),
  });
  return committed.ok ? { ...loaded, isChanged: true } : undefined;
}

/**
 * Loads every folder that the program ships, each once in the life of a store: a figure that was corrected afterwards
 * must not fall back to the shipped one at the next start.
 */
export async function loadShipped(store: Store, root: string = shippedFolder): Promise<Loaded[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => resolve(root, name));
  const loads: Loaded[] = [];
  for (const path of folders.sort()) {
    if (await wasLoaded(store, await digestFolder(path))) continue;
    loads.push(await loadFolder(store, path, { actor: "system", reason: "other", note: "随程序发布的数据" }));
  }
  return loads;
}
