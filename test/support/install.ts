import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** What tests bring along for themselves; a fresh clone or an emptied folder fills it again. */
const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/yuanbiao/", import.meta.url));
const aptMinutes = 10;

/** The path of a program that may be run, from the folders of PATH and then from others. */
export function findProgram(name: string, others: readonly string[] = []): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""), ...others];
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether Debian's packages may be installed here. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && findProgram("apt-get") !== undefined;
}

/** Installs packages of Debian; says in the error what apt said. */
export async function installDebian(...names: readonly string[]): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, timeout: aptMinutes * 60_000 };
  // Fails where another apt is at work; then the lists are being renewed anyway.
  await run("apt-get", ["update", "-qq"], options).catch(() => undefined);
  const quiet = ["-y", "-qq", "-o", "Dpkg::Options::=--force-confold", "-o", "DPkg::Lock::Timeout=300"];
  await run("apt-get", ["install", ...quiet, ...names], { ...options, maxBuffer: 64 * 1024 * 1024 });
}

/**
 * Installs one npm package into a folder of its own, once; its scripts are not run. `manifest` may say more, such as
 * other versions of what it depends on. Gives the folder.
 */
export async function installPackage(name: string, version: string, manifest: object = {}): Promise<string> {
  const folder = join(cacheFolder, `${name.replace("/", "-").replace("@", "")}-${version}`);
  if (existsSync(join(folder, "node_modules", name))) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, "package.json"), `${JSON.stringify(manifest)}\n`);
  const flags = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...flags, `${name}@${version}`], { cwd: draft });
  await moveInto(draft, folder);
  return folder;
}

/** Puts a finished folder in its place; where another process was faster, its folder is used. */
export async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
