import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "@yuanbiao/server/config";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const section = (title: string): string => readme.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
const codes = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? "");
const firstCells = (text: string): string => [...text.matchAll(/^\|([^|]*)\|/gm)].map(([, cell]) => cell).join("\n");
const names = z.record(z.string(), z.string()).default({});
const Package = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names, scripts: names });

describe("README", () => {
  it("shows pictures that are there", () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
    expect(pictures.length).toBeGreaterThan(1);
    for (const path of pictures) expect(existsSync(join(root, path)), path).toBe(true);
  });
  it("has a map of paths that exist", () => {
    const paths = codes(firstCells(section("地图")));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  });
  it("names every dependency with a reason, and none that is not there", () => {
    const manifests = globSync(["package.json", "*/package.json", "test/config/*/package.json"], { cwd: root });
    const used = manifests.flatMap((file) => {
      const manifest = Package.parse(JSON.parse(readFileSync(join(root, file), "utf8")));
      return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
    });
    const own = used.filter((name) => !name.startsWith("@yuanbiao/"));
    expect(codes(firstCells(section("依赖"))).sort()).toEqual([...new Set(own)].sort());
  });
  it("names commands that there are", () => {
    const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    const commands = [...readme.matchAll(/^npm (?:run )?([\w:]+)/gm)].map(([, name]) => name ?? "");
    expect(new Set(commands)).toEqual(
      new Set([
        "start",
        "test",
        "seed",
        "demo",
        "backup",
        "restore",
        "evaluate:verify",
        "audit:verify",
        "check",
        "bench",
        "audit",
        "sbom",
        "fuzz",
        "release",
        "faults",
        "soak",
      ]),
    );
    for (const command of commands) expect(scripts).toHaveProperty(command);
    expect(readFileSync(join(root, ".ci/run"), "utf8")).toMatch(/^npm test$/m);
  });
  it("gives the defaults that the server has", () => {
    expect(readConfig({}, "/base")).toMatchObject({
      admin: { username: "admin", password: null },
      port: 8787,
      host: "127.0.0.1",
      place: { dataDir: "/base/data" },
    });
    const sources = ["server/src/config.ts", "server/src/backup/settings.ts"];
    const source = sources.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name ?? "");
    expect(read.length).toBeGreaterThan(10);
    const outside = ["CHROMIUM_PATH", "DEMO_PASSWORD"];
    expect(codes(firstCells(section("环境变量"))).sort()).toEqual([...read, ...outside].sort());
  });
});
