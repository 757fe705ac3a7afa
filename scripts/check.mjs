// The gate: format and lint, types, direction of imports, dead code. Stops at the first that fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(import.meta.dirname, "..");
const steps = [
  ["format and lint", "biome", ["ci", "--error-on-warnings", "."]],
  ["types", "tsc", ["-b"]],
  ["direction", process.execPath, ["test/config/direction/check.mjs"]],
  ["dead code", "knip", ["--config", "test/config/knip.json"]],
];

/** Runs every step; gives the name of the first that failed. */
export function check() {
  for (const [name, command, args] of steps) {
    const result = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
    if (result.error !== undefined) console.error(String(result.error));
    if (result.status !== 0) return name;
  }
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = check();
  console.log(failed === undefined ? "check: passed" : `check: ${failed} failed`);
  process.exit(failed === undefined ? 0 : 1);
}
