import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import { makeLibrary } from "./auth/library.ts";
import { admitsSubject } from "./auth/single-sign-on.ts";
import { type BackupSettings, readBackupSettings } from "./backup/settings.ts";
import type { OidcConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { type Door, loopbackDoor } from "./door.ts";
import { openFiles, storedFiles } from "./files.ts";
import { makeHotBodies } from "./hot.ts";
import { makeJobs } from "./job/jobs.ts";
import { makeMarks } from "./marks.ts";
import { makeMetrics } from "./metrics.ts";
import { makePace } from "./pace.ts";
import { makeRegistries } from "./registry.ts";
import { makeRuns } from "./runs.ts";
import { makeToken } from "./session.ts";

const root = join(import.meta.dirname, "..", "..");
const data = join(root, "data");
const built = join(root, "web", "dist");

interface Parts {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Loopback where nothing is said. */
  readonly door?: Door;
  /** One of this process alone where nothing is said. */
  readonly secret?: string;
  /** Where files are kept beside the database. */
  readonly dataDir?: string;
  readonly isDemo?: boolean;
  readonly oidc?: OidcConfig | null;
  /** Where the provider of single sign-on sends browsers back to. */
  readonly origin?: string;
  /** No bound where nothing is said. */
  readonly requestsPerMinute?: number;
  /** No backups by themselves where nothing is said. */
  readonly backup?: BackupSettings;
}

/** A context over a store: with the built page where there is one. */
export function makeContext(parts: Parts): Context {
  const {
    store,
    clock,
    logger,
    door = loopbackDoor,
    secret = makeToken(),
    oidc = null,
    dataDir = data,
    isDemo = false,
  } = parts;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const origin = parts.origin ?? door.publicOrigin ?? "http://127.0.0.1";
  const admits = (account: string, subject: string) => admitsSubject({ store, clock }, account, subject);
  // Processes on several machines share no folder: what they store is in the database that they share.
  const filesOf = (folder: string) => {
    const beside = openFiles(join(dataDir, folder));
    return store.engine === "sqlite" ? beside : storedFiles(store, folder, beside);
  };
  const marks = makeMarks(store);
  const settings = { door, secret, origin, admitsSubject: admits };
  return {
    store,
    clock,
    logger,
    hot: makeHotBodies(),
    marks,
    registries: makeRegistries(store, marks),
    runs: makeRuns(),
    files: filesOf("evidence"),
    jobFiles: filesOf("job"),
    jobs: makeJobs(store),
    door,
    secret,
    library: once(() => makeLibrary({ ...settings, oidc: null })),
    singleSignOn: oidc === null ? null : once(() => makeLibrary({ ...settings, oidc })),
    version,
    settings: { dataDir, backup: parts.backup ?? defaultBackup(dataDir) },
    pace: makePace(parts.requestsPerMinute ?? null, { store, clock, logger }),
    metrics: makeMetrics(store),
    life: { startedAt: clock(), isStopping: false },
    isDemo,
    pages: existsSync(join(built, "index.html")) ? built : null,
  };
}

function defaultBackup(dataDir: string): BackupSettings {
  const read = readBackupSettings({}, { root, dataDir });
  if (typeof read === "string") throw new Error(read);
  return read;
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
