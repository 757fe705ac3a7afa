// The gate, then every test: rules, stores (three engines), interface, pages in a browser. Ends with the count.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../test/support/chromium.ts";
import { build } from "./build.mjs";
import { check } from "./check.mjs";

const root = join(import.meta.dirname, "..");
const output = join(root, "test", ".output");
const report = join(output, "tests.json");
const only = process.argv.slice(2);

mkdirSync(output, { recursive: true });
rmSync(report, { force: true });
const failed = only.length > 0 ? undefined : check();
if (failed !== undefined) {
  console.log(`check: ${failed} failed\n0 passed, 1 failed`);
  process.exit(1);
}
build();
if (only.length === 0) process.env.CHROMIUM_PATH = await findChromium();
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const run = spawnSync("vitest", ["run", ...reporters, ...only], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
const broken = Math.max(numFailedTests, run.status === 0 ? 0 : 1, numFailedTestSuites > 0 ? 1 : 0);
console.log(`${numPassedTests} passed, ${broken} failed`);
process.exit(run.status ?? 1);
