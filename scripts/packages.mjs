// What a release is made of, as the lockfile says it.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const root = join(import.meta.dirname, "..");

/** Whose packages run on the server; the page is built of web's. */
const parts = { server: [".", "core", "db", "seeds", "server"], page: ["web"] };

/** Tools that come as companions of packages and serve only those who build: a release has none of them. */
export const tools = [
  ...["vite@", "vitest@", "@vitest+", "rolldown@", "@rolldown+", "esbuild@", "@esbuild+", "@esbuild-kit+"],
  ...["drizzle-kit@", "@electric-sql+pglite@", "lightningcss", "@types+", "tsx@", "typescript@", "jiti@", "chai@"],
];

/** `name@version` of a key of the lockfile, which also says with which companions. */
function nameOf(key) {
  return key.replace(/\(.*$/, "");
}

/** Splits `@scope/name@version`. */
export function split(name) {
  const at = name.lastIndexOf("@");
  return { name: name.slice(0, at), version: name.slice(at + 1) };
}

function walk(lock, importers) {
  const edges = (node) => Object.entries({ ...node.dependencies, ...node.optionalDependencies });
  const starts = importers.flatMap((importer) =>
    edges(lock.importers[importer])
      .filter(([, { version }]) => !version.startsWith("link:"))
      .map(([name, { version }]) => keyOf(lock, name, version)),
  );
  const found = new Map();
  const waiting = [...starts];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    const next = edges(lock.snapshots[key]).map(([name, version]) => keyOf(lock, name, version));
    found.set(key, next);
    waiting.push(...next);
  }
  return found;
}

/** An alias has the other package's whole key instead of a version. */
function keyOf(lock, name, version) {
  return lock.snapshots[`${name}@${version}`] === undefined ? version : `${name}@${version}`;
}

/** Every package of the production closure by `name@version`: its integrity, platform, parts and what it needs. */
export function readClosure(lockfile = join(root, "pnpm-lock.yaml")) {
  const lock = parse(readFileSync(lockfile, "utf8"));
  const closure = new Map();
  for (const [part, importers] of Object.entries(parts)) {
    for (const [key, next] of walk(lock, importers)) {
      const id = nameOf(key);
      const { resolution, os, cpu, libc } = lock.packages[id];
      const known = closure.get(id) ?? { id, ...split(id), parts: new Set(), needs: new Set(), os, cpu, libc };
      known.integrity = resolution.integrity;
      known.parts.add(part);
      for (const other of next) known.needs.add(nameOf(other));
      closure.set(id, known);
    }
  }
  return closure;
}

/** Where a package of this name and version is installed, or undefined: builds for other platforms are not. */
export function folderOf({ name, version }) {
  const start = join(root, "node_modules", ".pnpm");
  const [found] = globSync(`${name.replace("/", "+")}@${version}{,_*}`, { cwd: start });
  const folder = found === undefined ? undefined : join(start, found, "node_modules", name);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** The manifest of an installed package. */
export function manifestOf(one) {
  const folder = folderOf(one);
  return folder === undefined ? undefined : JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** The licence that a manifest names, in the spelling of SPDX. */
export function licenceOf({ license, licenses }) {
  const given = license ?? licenses?.map(({ type }) => type).join(" OR ");
  return typeof given === "object" ? given.type : given;
}

/** What was looked at and taken, what never is, and which licences are. */
export function readReviewed(file = join(root, "test", "config", "reviewed-packages.json")) {
  return JSON.parse(readFileSync(file, "utf8"));
}
