import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPassphrase } from "./backup/passphrase.ts";
import { reportFault } from "./backup/report-fault.ts";
import { checkBackup, restoreBackup } from "./backup/restore.ts";
import { readBackupSettings } from "./backup/settings.ts";
import { readConfig } from "./config.ts";
import { lackText, restoredText, restoreUsage } from "./text/backup-text.ts";

/** Restores a backup into an empty place, or tries it out in a temporary one; the exit code says whether it proved itself. */
const root = join(import.meta.dirname, "..", "..");
const config = readConfig(process.env, root);
const settings =
  typeof config === "string" ? config : readBackupSettings(process.env, { root, dataDir: config.dataDir });
const given = readArguments();
const name = given?.positionals[0];
if (typeof config === "string" || typeof settings === "string" || given === undefined || name === undefined) {
  console.error([config, settings].find((one) => typeof one === "string") ?? restoreUsage);
  process.exit(2);
}
// A package manager changes to its own folder; INIT_CWD is where the person stands.
const here = process.env["INIT_CWD"] ?? process.cwd();
const { check = false, "passphrase-file": named } = given.values;
const passphraseFile = named === undefined ? settings.passphraseFile : resolve(here, named);
const file = resolve(here, name);
try {
  const passphrase = passphraseFile === null ? null : readPassphrase(passphraseFile);
  const restored = check ? await checkBackup(file, passphrase) : await restoreBackup({ ...config, file, passphrase });
  for (const line of restoredText(restored, !check)) console.log(line);
  for (const line of lackText(restored)) console.error(line);
} catch (error) {
  reportFault(error);
}

function readArguments() {
  try {
    const options = { check: { type: "boolean" }, "passphrase-file": { type: "string" } } as const;
    const read = parseArgs({ options, allowPositionals: true });
    return read.positionals.length === 1 ? read : undefined;
  } catch {
    return undefined;
  }
}
