import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { openStore, type StorePlace } from "@yuanbiao/db/open";
import type { Store } from "@yuanbiao/db/store";
import { demoYears, loadDemo } from "@yuanbiao/seeds/demo";
import { demoValue } from "@yuanbiao/seeds/demo-figures";
import { demoLines } from "@yuanbiao/seeds/demo-indicators";
import { demoCity, demoParks } from "@yuanbiao/seeds/demo-places";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import { loadStandardChecks } from "@yuanbiao/seeds/standard-checks";
import { makeContext } from "@yuanbiao/server/assemble";
import type { Person } from "@yuanbiao/server/demo/people";
import { demoPeople, storePeople } from "@yuanbiao/server/demo/people";
import { playDemo } from "@yuanbiao/server/demo/play";
import { pino } from "pino";
import { startPostgres } from "../support/postgres.ts";
import { furnish } from "./furnish.ts";

export type EngineName = "sqlite" | "postgres";
const today = "2026-11-22";
/** The moment at which every request is made. */
export const now = new Date(`${today}T04:00:00.000Z`);
export const password = "Yanshi-2026-abc";

/** Accounts beyond those of the demonstration: one without a role, and some that others may change. */
const victims = ["victim.one", "victim.two", "victim.three", "victim.four"];
export const extraPeople: readonly Person[] = victims.map((id) => ({
  ...{ id, name: `对象 ${id}`, office: "其他" },
  grant: { role: "leader", areas: [], department: null },
}));

/** A store with every noun in every state, of which copies are made. */
export interface Template {
  readonly engine: EngineName;
  /** A copy of its own, with the folder of its files. */
  copy(): Promise<{ readonly place: StorePlace; readonly folder: string; drop(): Promise<void> }>;
  close(): Promise<void>;
}

/** Fills an empty store with a city, and takes its clock through its rounds and assessments. */
export async function fillStore(store: Store, dataDir: string, setNow: (instant: Date) => void): Promise<void> {
  const years = demoYears(today);
  const { firstYear, quartersEnded } = years;
  await loadDemo(store, years);
  await loadStandardChecks(store);
  await loadShippedSchemes(store);
  const context = makeContext({ store, clock: store.clock, logger: pino({ level: "silent" }), dataDir });
  await storePeople(context, [...demoPeople(demoParks), ...extraPeople], password);
  const setDay = (day: string): void => setNow(new Date(`${day}T02:00:00Z`));
  const script = { city: demoCity, parks: demoParks, lines: demoLines, caliber: "yx-park", today, valueOf: demoValue };
  await playDemo(context, { ...script, firstYear, quartersEnded, setDay });
  setNow(now);
  await furnish(context);
}

async function prepare(place: StorePlace, folder: string): Promise<void> {
  let instant = new Date("2023-01-20T02:00:00Z");
  const store = await openStore(place, { clock: () => instant });
  try {
    await fillStore(store, folder, (next) => {
      instant = next;
    });
  } finally {
    await store.close();
  }
}

const makeFolder = (): string => mkdtempSync(join(tmpdir(), "yuanbiao-fuzz-"));
const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function sqliteTemplate(): Promise<Template> {
  const origin = makeFolder();
  await prepare({ dataDir: origin }, origin);
  return {
    engine: "sqlite",
    copy: async () => {
      const folder = makeFolder();
      cpSync(origin, folder, { recursive: true });
      return { place: { dataDir: folder }, folder, drop: async () => removeFolder(folder) };
    },
    close: async () => removeFolder(origin),
  };
}

/** The server copies its own database; whatever was connected to the first must be gone by then. */
export async function postgresTemplate(): Promise<Template> {
  const server = await startPostgres();
  const origin = makeFolder();
  const first = new URL(await server.createDatabase());
  await prepare({ databaseUrl: first.href }, origin);
  const [office, model] = [new URL("/postgres", first), first.pathname.slice(1)];
  return {
    engine: "postgres",
    copy: async () => {
      const folder = makeFolder();
      cpSync(origin, folder, { recursive: true });
      const name = `copy_${randomUUID().replaceAll("-", "")}`;
      await executeOn(office.href, `create database ${name} template ${model}`);
      const drop = async () => {
        await executeOn(office.href, `drop database ${name} with (force)`);
        removeFolder(folder);
      };
      return { place: { databaseUrl: new URL(`/${name}`, first).href }, folder, drop };
    },
    close: async () => {
      await server.stop();
      removeFolder(origin);
    },
  };
}
