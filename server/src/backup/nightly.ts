import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Context } from "../context.ts";
import { type BackupMade, makeBackup, syncFolder } from "./make.ts";
import { instantOfName } from "./name.ts";
import { readPassphrase } from "./passphrase.ts";
import { BackupRefusal } from "./refusal.ts";
import type { BackupSettings } from "./settings.ts";

export interface Nightly extends BackupMade {
  /** Backups that were older than the settings keep, by name. */
  readonly removed: readonly string[];
}

/** A backup as the settings say, its copy elsewhere, and then what is too old removed in both places. */
export async function runNightly(
  context: Context,
  settings: BackupSettings,
  secret: string | null = context.secret,
): Promise<Nightly> {
  const { folder, copyFolder, passphraseFile, keepDays } = settings;
  const passphrase = passphraseFile === null ? null : readPassphrase(passphraseFile);
  const made = await makeBackup(context, { folder, passphrase, secret });
  if (copyFolder !== null) await copyBackup(made.file, copyFolder);
  // What is no longer there may be in an older one.
  if (made.missing.length > 0) return { ...made, removed: [] };
  const now = new Date();
  const removed = await keepBackups(folder, { keepDays, now });
  if (copyFolder !== null) await keepBackups(copyFolder, { keepDays, now });
  return { ...made, removed };
}

/** Copies a backup, reads the copy back, and gives it its name only then. */
export async function copyBackup(file: string, folder: string): Promise<string> {
  const name = basename(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${name}.${randomUUID()}`);
  try {
    await copyFile(file, draft);
    const handle = await open(draft, "r+");
    await handle.sync().finally(() => handle.close());
    if ((await hashFile(draft)) !== (await hashFile(file))) throw new BackupRefusal("torn", draft);
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return join(folder, name);
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

const day = 86_400_000;
const alwaysKept = 3;

/**
 * Removes backups older than so many days, by the instant in their names; the three newest always stay, also for a clock
 * that runs a year ahead. What a process that was ended left half written goes after a day.
 */
export async function keepBackups(
  folder: string,
  { keepDays, now }: { readonly keepDays: number; readonly now: Date },
): Promise<string[]> {
  const older = (await listBackups(folder)).reverse().slice(alwaysKept);
  const oldest = now.getTime() - keepDays * day;
  const removed = older.filter(({ instant }) => instant.getTime() < oldest).map(({ name }) => name);
  for (const name of removed) await rm(join(folder, name), { force: true });
  for (const { name, instant } of await listDrafts(folder))
    if (instant.getTime() < now.getTime() - day) await rm(join(folder, name), { force: true });
  return removed;
}

const draftPattern = /^\.(yuanbiao-.*)\.[0-9a-f-]{36}$/;

async function listDrafts(folder: string): Promise<Dated[]> {
  return dated(await readdir(folder).catch(() => []), (name) => draftPattern.exec(name)?.[1] ?? "");
}

interface Dated {
  readonly name: string;
  readonly instant: Date;
}

function dated(names: readonly string[], ownName: (name: string) => string): Dated[] {
  return names.flatMap((name) => {
    const instant = instantOfName(ownName(name));
    return instant === undefined ? [] : [{ name, instant }];
  });
}

/** The backups of a folder, the oldest first. */
async function listBackups(folder: string): Promise<Dated[]> {
  const names = await readdir(folder).catch(() => []);
  return dated(names, (name) => name).sort((a, b) => a.instant.getTime() - b.instant.getTime());
}

/** When the newest backup of a folder was made; null where there is none. */
export async function lastBackupAt(folder: string): Promise<Date | null> {
  return (await listBackups(folder)).at(-1)?.instant ?? null;
}
