// Makes one archive per platform that installs and starts without a network: the runtime, the packages, the built page.
// npm run release [-- x64 arm64]; the archives and their SHA-256 are in release/.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { allocatorEnvironment } from "./node-options.mjs";
import { tools } from "./packages.mjs";

const root = join(import.meta.dirname, "..");
const pnpm = "pnpm@10.34.9";
const architectures = ["x64", "arm64"];
const packages = ["core", "db", "server", "seeds"];
/** Of the project itself: what the server is made of, without its tests. */
const parts = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "README.md", "SECURITY.md", "docs", "deploy"];
const scripts = ["serve.mjs", "demo.mjs", "build.mjs", "node-options.mjs"];

function run(command, args, options) {
  const result = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${result.status}`);
}

function copySources(folder) {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const name of packages) {
    const isWanted = (path) =>
      !/\/(node_modules|\.build)(\/|$)|\.test\.ts$|\/contract(\/|$)/.test(path.slice(root.length));
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: isWanted });
  }
  cpSync(join(root, "web", "dist"), join(folder, "web", "dist"), { recursive: true });
  mkdirSync(join(folder, "scripts"));
  for (const name of scripts) cpSync(join(root, "scripts", name), join(folder, "scripts", name));
}

/** Only what a running server needs, for one platform, by the lockfile. */
function install(folder, architecture) {
  const wanted = ["yuanbiao", ...packages.map((name) => `@yuanbiao/${name}`)].flatMap((name) => ["--filter", name]);
  const platform = ["--os=linux", `--cpu=${architecture}`, "--libc=glibc"];
  const how = ["--yes", pnpm, "install", "--prod", "--frozen-lockfile", "--loglevel=error", ...wanted, ...platform];
  run("npx", how, { cwd: folder, env: { ...process.env, CI: "true" } });
  const installed = join(folder, "node_modules", ".pnpm");
  for (const name of globSync("*", { cwd: installed })) {
    if (tools.some((tool) => name.startsWith(tool))) rmSync(join(installed, name), { recursive: true });
  }
  for (const name of globSync("**/*.map", { cwd: installed })) rmSync(join(installed, name), { force: true });
}

/** What starts it without Node or npm on the machine. */
function starter(architecture) {
  const names = { start: "scripts/serve.mjs", demo: "scripts/demo.mjs", seed: "seeds/src/main.ts" };
  const own = { backup: "backup-make", restore: "backup-restore" };
  const verifying = { "audit:verify": "audit-verify", "evaluate:verify": "evaluate-verify" };
  for (const [name, file] of Object.entries({ ...own, ...verifying })) names[name] = `server/src/${file}.ts`;
  const cases = Object.entries(names).map(([name, script]) => `  ${name}) script=${script} ;;`);
  return [
    "#!/bin/sh",
    `# 园标 for linux-${architecture}: yuanbiao start | ${Object.keys(names).slice(1).join(" | ")}`,
    'here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)',
    "command=start",
    '[ "$#" -gt 0 ] && command=$1 && shift',
    'case "$command" in',
    ...cases,
    `  *) echo "yuanbiao ${Object.keys(names).join(" | ")}" >&2; exit 2 ;;`,
    "esac",
    'cd "$here" || exit 1',
    `node="$here/node_modules/node-linux-${architecture}/bin/node"`,
    ...Object.entries(allocatorEnvironment).map(([key, value]) => `export ${key}="\${${key}:-${value}}"`),
    'options=$("$node" "$here/scripts/node-options.mjs")',
    "# Words of their own: an option has no blanks.",
    'exec "$node" $options "$here/$script" "$@"',
    "",
  ].join("\n");
}

/** Makes the archive of one platform; gives its file. */
export function release(architecture, out = join(root, "release")) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const name = `yuanbiao-${version}-linux-${architecture}`;
  const work = mkdtempSync(join(tmpdir(), "yuanbiao-release-"));
  try {
    const folder = join(work, name);
    mkdirSync(folder);
    copySources(folder);
    install(folder, architecture);
    run(process.execPath, [join(root, "scripts", "sbom.mjs"), join(folder, "sbom.json"), folder]);
    writeFileSync(join(folder, "yuanbiao"), starter(architecture), { mode: 0o755 });
    mkdirSync(out, { recursive: true });
    const file = join(out, `${name}.tar.gz`);
    run("tar", ["-czf", file, "-C", work, "--owner=0", "--group=0", "--sort=name", name]);
    const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
    writeFileSync(`${file}.sha256`, `${hash}  ${name}.tar.gz\n`);
    return file;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !architectures.includes(name));
  if (unknown.length > 0) {
    console.error(`没有这种平台 no such platform: ${unknown.join(", ")} (${architectures.join(", ")})`);
    process.exit(2);
  }
  build();
  for (const architecture of wanted.length === 0 ? architectures : wanted) console.log(release(architecture));
}
