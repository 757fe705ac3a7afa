import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyAudit } from "@yuanbiao/db/audit";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { verifySeal } from "@yuanbiao/server/assessing";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { restoreBackup } from "@yuanbiao/server/backup/restore";
import type { Context } from "@yuanbiao/server/context";
import { ReportList, ReportView } from "@yuanbiao/server/report/shape";
import { pino } from "pino";
import { type Fault, faultOf } from "../load/settle.ts";
import { startPostgres } from "../support/postgres.ts";
import { signIn } from "../support/signed-in.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "released");

/** The archives of stores that earlier versions wrote. */
export const releasedStores = readdirSync(folder)
  .filter((name) => name.endsWith(".tar.gz"))
  .sort();

export interface Opened {
  readonly stores: number;
  readonly auditEntries: number;
  readonly reports: number;
  readonly files: number;
  readonly seals: number;
  readonly restored: number;
  readonly faults: readonly Fault[];
}

/** Opens a store of every earlier schema version, asks it, and moves it by a backup into an empty place. */
export async function openReleased(): Promise<Opened> {
  const postgres = await startPostgres();
  let sum: Opened = { stores: 0, auditEntries: 0, reports: 0, files: 0, seals: 0, restored: 0, faults: [] };
  try {
    for (const name of releasedStores) {
      const isFile = name.includes("sqlite");
      const opened = await openOne(name, isFile ? undefined : await postgres.createDatabase()).catch(
        (error: unknown): Opened => ({ ...nothing, faults: [faultOf("broken", `${name}: ${String(error)}`)] }),
      );
      sum = added(sum, opened);
    }
  } finally {
    await postgres.stop();
  }
  return sum;
}

const nothing: Opened = { stores: 0, auditEntries: 0, reports: 0, files: 0, seals: 0, restored: 0, faults: [] };

function added(one: Opened, other: Opened): Opened {
  return {
    stores: one.stores + other.stores,
    auditEntries: one.auditEntries + other.auditEntries,
    reports: one.reports + other.reports,
    files: one.files + other.files,
    seals: one.seals + other.seals,
    restored: one.restored + other.restored,
    faults: [...one.faults, ...other.faults],
  };
}

async function openOne(name: string, databaseUrl: string | undefined): Promise<Opened> {
  const home = mkdtempSync(join(tmpdir(), "yuanbiao-released-"));
  const [dataDir, empty] = [join(home, "store"), join(home, "restored")];
  try {
    mkdirSync(dataDir);
    execFileSync("tar", ["-xzf", join(folder, name), "-C", dataDir]);
    if (databaseUrl !== undefined) await executeOn(databaseUrl, readFileSync(join(dataDir, "store.sql"), "utf8"));
    const first = await examine(name, databaseUrl === undefined ? { dataDir } : { databaseUrl }, dataDir);
    const backup = first.file;
    await restoreBackup({ file: backup, passphrase: null, place: { dataDir: empty }, dataDir: empty, secret: null });
    const second = await examine(`${name}, restored`, { dataDir: empty }, empty);
    const isSame = (["reports", "files", "seals"] as const).every((kind) => first[kind] === second[kind]);
    const faults = isSame ? [] : [faultOf("lost", `${name}: ${JSON.stringify(second)} of ${JSON.stringify(first)}`)];
    return { ...first, stores: 1, restored: 1, faults: [...first.faults, ...second.faults, ...faults] };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Examined extends Omit<Opened, "stores" | "restored"> {
  /** Its backup. */
  readonly file: string;
}

/** What the program of today finds in a store. */
async function examine(name: string, place: StorePlace, dataDir: string): Promise<Examined> {
  const store = await openStore(place);
  try {
    const context = makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }), dataDir });
    const check = await verifyAudit(store);
    const answers = await askAll(context);
    let seals = 0;
    const faults = [...answers.faults];
    if (!check.ok) faults.push(`the trail is broken: ${JSON.stringify(check)}`);
    for (const evaluation of await listEvaluations(store, { asOf: null })) {
      if (evaluation.seal === null) continue;
      const { hash, stored } = await verifySeal(context, evaluation);
      if (hash === evaluation.seal.hash && stored) seals += 1;
      else faults.push(`${evaluation.id}: the seal does not hold`);
    }
    const backup = await makeBackup(context, { folder: join(dataDir, "backups"), passphrase: null, secret: null });
    if (backup.missing.length > 0) faults.push(`${backup.missing.length} files are missing in its backup`);
    const { reports, files } = answers;
    const told = faults.map((what) => faultOf("broken", `${name}: ${what}`));
    return { auditEntries: check.ok ? check.entries : 0, reports, files, seals, file: backup.file, faults: told };
  } finally {
    await store.close();
  }
}

const addresses = ["/api/areas", "/api/indicators", "/api/targets", "/api/progress", "/api/summary", "/api/rounds"];

async function askAll(context: Context): Promise<{ reports: number; files: number; faults: string[] }> {
  const { cookie } = await signIn(context, "coordinator", { account: `office-${crypto.randomUUID().slice(0, 8)}` });
  const app = makeApp(context);
  const faults: string[] = [];
  const ask = async (address: string): Promise<Response> => {
    const response = await app.request(address, { headers: { cookie } });
    if (response.status !== 200) faults.push(`${address}: ${response.status}`);
    return response;
  };
  for (const address of addresses) await ask(address);
  const { items } = ReportList.parse(await (await ask("/api/reports")).json());
  let files = 0;
  for (const { id } of items) {
    const { evidence } = ReportView.parse(await (await ask(`/api/reports/${id}`)).json());
    for (const file of evidence) if ((await ask(`/api/evidence/${file.id}/content`)).status === 200) files += 1;
  }
  return { reports: items.length, files, faults };
}
