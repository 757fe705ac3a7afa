import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findProgram, installDebian, installPackage, isProgram, mayInstall, moveInto } from "./install.ts";

const run = promisify(execFile);
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const shipped = { name: "@sparticuz/chromium", version: "153.0.0" };
/** The package's own font has no Chinese letters. */
const font = { name: "@expo-google-fonts/noto-sans-sc", version: "0.4.3" };
/** Makes the package unpack the libraries that a bare machine lacks, too. */
const asBareMachine = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };

/** The path of a Chromium: CHROMIUM_PATH, the system's, Debian's, or one that comes as an npm package. */
export async function findChromium(): Promise<string> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is no program that may be run`);
  }
  const failures: string[] = [];
  for (const attempt of [fromSystem, fromDebian, fromPackage]) {
    try {
      const path = await attempt();
      if (path !== undefined) return path;
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(["No Chromium: install one, or set CHROMIUM_PATH to one.", ...failures].join("\n"));
}

async function fromSystem(): Promise<string | undefined> {
  for (const name of names) {
    const path = findProgram(name, ["/usr/bin"]);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function fromDebian(): Promise<string | undefined> {
  if (!mayInstall()) return undefined;
  await installDebian("chromium", "fonts-noto-cjk");
  return fromSystem();
}

/** The package's binary with its own libraries and fonts, behind a script that points to them. */
async function fromPackage(): Promise<string> {
  const folder = await installPackage(shipped.name, shipped.version);
  const unpacked = join(folder, "unpacked");
  const script = join(folder, "chromium");
  if (existsSync(script)) return script;
  const draft = `${unpacked}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const unpack = `import("${shipped.name}").then((chromium) => chromium.default.executablePath())`;
  const env = { ...process.env, ...asBareMachine, TMPDIR: draft };
  await run(process.execPath, ["--input-type=module", "--eval", unpack], { cwd: folder, env });
  await moveInto(draft, unpacked);
  const letters = await installPackage(font.name, font.version);
  await writeFile(join(unpacked, "fonts.conf"), fontSettings([join(unpacked, "fonts"), letters], unpacked));
  await writeProgram(script, [
    "#!/bin/sh",
    `export FONTCONFIG_FILE='${join(unpacked, "fonts.conf")}'`,
    `export LD_LIBRARY_PATH='${join(unpacked, "al2023", "lib")}'`,
    `exec '${join(unpacked, "chromium")}' "$@"`,
  ]);
  return script;
}

async function writeProgram(path: string, lines: readonly string[]): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${lines.join("\n")}\n`);
  await chmod(draft, 0o755);
  await rename(draft, path);
}

function fontSettings(folders: readonly string[], home: string): string {
  const places = [...folders, "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${places}<cachedir>${join(home, "font-cache")}</cachedir></fontconfig>\n`;
}
