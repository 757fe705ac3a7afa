import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "@yuanbiao/db/open";
import { pino } from "pino";
import { makeContext } from "./assemble.ts";
import { makeBackup } from "./backup/make.ts";
import { readPassphrase } from "./backup/passphrase.ts";
import { BackupRefusal } from "./backup/refusal.ts";
import { reportFault } from "./backup/report-fault.ts";
import { readBackupSettings } from "./backup/settings.ts";
import { readConfig } from "./config.ts";
import { findSecret } from "./secret.ts";
import { backupUsage, madeText, missingText } from "./text/backup-text.ts";

/** A backup beside a running server; the exit code says whether it is there and has everything. */
const root = join(import.meta.dirname, "..", "..");
const config = readConfig(process.env, root);
const settings =
  typeof config === "string" ? config : readBackupSettings(process.env, { root, dataDir: config.dataDir });
const given = readArguments();
if (typeof config === "string" || typeof settings === "string" || given === undefined) {
  console.error([config, settings].find((one) => typeof one === "string") ?? backupUsage);
  process.exit(2);
}
// A package manager changes to its own folder; INIT_CWD is where the person stands.
const here = process.env["INIT_CWD"] ?? process.cwd();
const { to, "passphrase-file": named } = given;
const passphraseFile = named === undefined ? settings.passphraseFile : resolve(here, named);
if ("dataDir" in config.place && !existsSync(join(config.dataDir, "yuanbiao.db"))) {
  reportFault(new BackupRefusal("nothing-there", config.dataDir));
  process.exit(1);
}
const store = await openStore(config.place);
try {
  const passphrase = passphraseFile === null ? null : readPassphrase(passphraseFile);
  const { dataDir } = config;
  const logger = pino({ level: "silent" });
  const context = makeContext({ store, clock: () => new Date(), logger, dataDir });
  const folder = to === undefined ? settings.folder : resolve(here, to);
  const made = await makeBackup(context, { folder, passphrase, secret: findSecret(config.secret, dataDir) });
  for (const line of madeText(made)) console.log(line);
  for (const file of made.missing) console.error(missingText(file));
  if (made.missing.length > 0) process.exitCode = 1;
} catch (error) {
  reportFault(error);
} finally {
  await store.close();
}

function readArguments() {
  try {
    const options = { to: { type: "string" }, "passphrase-file": { type: "string" } } as const;
    return parseArgs({ options }).values;
  } catch {
    return undefined;
  }
}
