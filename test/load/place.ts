import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorePlace } from "@yuanbiao/db/open";
import type { EngineName } from "@yuanbiao/db/store";
import { startPostgres } from "../support/postgres.ts";
import { integrityFaults } from "./integrity.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type ServerProcess, startServer } from "./process.ts";
import { faultOf, type Settled, type Settling, settle } from "./settle.ts";

/** An installation of its own: a prepared city on one engine, and servers over it. */
export interface Installation {
  readonly engine: EngineName;
  readonly dataDir: string;
  readonly prepared: Prepared;
  readonly place: StorePlace;
  readonly secret: string;
  /** Starts a server; nobody but the caller ends it. */
  start(environment?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Holds the store against what was acknowledged, and asks the engine whether it is sound. No server may be at work. */
  settle(known: Known): Promise<Settled>;
  remove(): Promise<void>;
}

/** What was acknowledged; and who asks, where those who prepared it are signed in no more. */
type Known = Pick<Settling, "ledger" | "sealed"> & Partial<Pick<Settling, "prepared" | "clock">>;

interface Wanted {
  readonly engine: EngineName;
  /** Assessments that stand ready to be sealed. */
  readonly runs: number;
  /** Where its files are, instead of a folder that is made for it. */
  readonly folder?: string;
}

export async function install({ engine, runs, folder }: Wanted): Promise<Installation> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), `yuanbiao-${engine}-`));
  const secret = "a secret that outlives every process";
  const postgres = engine === "postgres" ? await startPostgres() : undefined;
  const databaseUrl = await postgres?.createDatabase();
  const place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
  const prepared = await prepare({ place, dataDir, secret, runs });
  const shared = { DATA_DIR: dataDir, AUTH_SECRET: secret, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  return {
    ...{ engine, dataDir, prepared, place, secret },
    start: (environment = {}) => startServer({ ...shared, ...environment }),
    async settle(known) {
      const settled = await settle({ place, dataDir, secret, prepared, ...known });
      const unsound = engine === "sqlite" ? integrityFaults(dataDir) : [];
      const faults = [...settled.faults, ...unsound.map((what) => faultOf("broken", what))];
      return { ...settled, faults };
    },
    async remove() {
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
