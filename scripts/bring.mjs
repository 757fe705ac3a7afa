// Runs a script of the project on the runtime and packages that the lockfile names, and brings both where they are
// not there yet. Needs Node 20 or newer and npm, nothing else.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { allocatorEnvironment, nodeOptions } from "./node-options.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = "pnpm@10.34.9";
const stampFile = join(root, "node_modules", ".brought");

function stamp() {
  const hash = createHash("sha256");
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"])
    hash.update(readFileSync(join(root, name)));
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

function install() {
  console.log("正在安装依赖（首次约需一分钟）… Installing packages (about a minute the first time)…");
  const command = process.platform === "win32" ? "npx.cmd" : "npx";
  const result = spawnSync(command, ["--yes", pnpm, "install", "--frozen-lockfile"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, CI: "true" },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stampFile, stamp());
}

/** The runtime that the packages brought; on a platform without one, the one that runs this. */
function runtime() {
  const names = { linux: `node-linux-${process.arch}`, win32: `node-win-${process.arch}` };
  const file = process.platform === "win32" ? "node.exe" : "node";
  const brought = join(root, "node_modules", names[process.platform] ?? "none", "bin", file);
  if (existsSync(brought)) return brought;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `本平台需自备 Node 22.18 或更新版本（当前 ${process.versions.node}）。Install Node 22.18 or newer here.`,
  );
  return process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp()) install();

const node = runtime();
const bins = [dirname(node), join(root, "node_modules", ".bin")];
const child = spawn(node, [...nodeOptions, resolve(root, script), ...rest], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...allocatorEnvironment,
    ...process.env,
    PATH: [...bins, process.env.PATH].join(process.platform === "win32" ? ";" : ":"),
  },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
