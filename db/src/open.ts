import { migrate } from "./migrate.ts";
import type { Checkpoints, Store } from "./store.ts";
import { makeStore } from "./store.ts";

export type StorePlace = { readonly dataDir: string } | { readonly databaseUrl: string };
export interface StoreOptions {
  readonly clock?: () => Date;
  /** Who moves commits into a SQLite file; the connection itself where nothing is said. */
  readonly checkpoints?: Checkpoints;
}

const oldestNode = 22;

/** Opens a SQLite file in a folder, or a PostgreSQL database, and brings its tables up to date. */
export async function openStore(place: StorePlace, options: StoreOptions = {}): Promise<Store> {
  const clock = options.clock ?? (() => new Date());
  return "databaseUrl" in place
    ? openServer(place.databaseUrl, clock)
    : openFile(place.dataDir, clock, options.checkpoints);
}

async function openFile(dataDir: string, clock: () => Date, checkpoints?: Checkpoints): Promise<Store> {
  refuseOldNode(process.versions.node);
  const { openSqlite } = await import("./sqlite.ts");
  const engine = openSqlite(dataDir, checkpoints);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return makeStore(engine, clock);
}

async function openServer(databaseUrl: string, clock: () => Date): Promise<Store> {
  const { openPostgres, excludeOthers } = await import("./postgres.ts");
  const engine = openPostgres(databaseUrl);
  try {
    await migrate(engine, excludeOthers);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return makeStore(engine, clock);
}

/** The driver for SQLite ends the process without a word on an older Node. */
export function refuseOldNode(version: string): void {
  if (Number(version.split(".")[0]) >= oldestNode) return;
  throw new Error(`Node ${version} is too old for the SQLite driver: Node ${oldestNode} or newer is needed.`);
}
