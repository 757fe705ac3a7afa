import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { openStore } from "@yuanbiao/db/open";
import type { EngineName, Store } from "@yuanbiao/db/store";
import type { PostgresServer } from "../support/postgres.ts";

/** Where the stores of one measurement stand; a place is a folder or the address of a database. */
export interface Ground {
  readonly engine: EngineName;
  make(): Promise<string>;
  /** A copy of a place that nobody has open. */
  copy(place: string): Promise<string>;
  remove(place: string): Promise<void>;
  /** Brings a freshly filled place to how a database stands after a night. */
  settle(place: string): Promise<void>;
}

export const isDatabase = (place: string): boolean => place.startsWith("postgres://");

export function openPlace(place: string): Promise<Store> {
  return openStore(isDatabase(place) ? { databaseUrl: place } : { dataDir: place });
}

export function sqliteGround(folder: string): Ground {
  let made = 0;
  const next = (): string => {
    made += 1;
    return join(folder, `store-${made}`);
  };
  return {
    engine: "sqlite",
    make: async () => next(),
    copy: async (place) => {
      const target = next();
      cpSync(place, target, { recursive: true });
      return target;
    },
    remove: async (place) => rmSync(place, { recursive: true, force: true }),
    settle: async () => undefined,
  };
}

const nameOf = (place: string): string => new URL(place).pathname.slice(1);

export function postgresGround(server: PostgresServer): Ground {
  const asAdmin = async (place: string, text: string): Promise<void> => {
    const address = new URL(place);
    address.pathname = "/postgres";
    await executeOn(address.href, text);
  };
  const remove = (place: string): Promise<void> => asAdmin(place, `drop database ${nameOf(place)} with (force)`);
  return {
    engine: "postgres",
    make: server.createDatabase,
    copy: async (place) => {
      const target = await server.createDatabase();
      await remove(target);
      await asAdmin(target, `create database ${nameOf(target)} template ${nameOf(place)}`);
      return target;
    },
    remove,
    settle: (place) => executeOn(place, "vacuum analyze"),
  };
}
