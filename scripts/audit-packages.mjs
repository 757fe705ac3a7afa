// Holds every package of a release against the reviewed list, offline; asks the registry for advisories where it answers.
// npm run audit [-- --offline]; npm run audit -- --accept name@version "why" [--licence MIT] adds one deliberately.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { licenceOf, manifestOf, readClosure, readReviewed, root, split } from "./packages.mjs";

const pnpm = "pnpm@10.34.9";
const reviewedFile = join(root, "test", "config", "reviewed-packages.json");

/** A licence is allowed where one side of each OR is, and both sides of each AND. */
function isAllowed(licence, allowed) {
  const sides = licence.replace(/[()]/g, "").split(" OR ");
  return sides.some((side) => side.split(" AND ").every((one) => allowed.includes(one)));
}

function numbers(version) {
  return version.split(/[.+-]/).map(Number);
}

function isBelow(version, limit) {
  const [a, b] = [numbers(version), numbers(limit)];
  const at = b.findIndex((one, index) => a[index] !== one);
  return at !== -1 && a[at] < b[at];
}

/** `*`, `<1.2.3` or one version. */
function isRefused(version, ranges) {
  return ranges.some((range) =>
    range === "*" ? true : range.startsWith("<") ? isBelow(version, range.slice(1)) : range === version,
  );
}

/** So much of a hash that nobody finds another package with the same. */
function shortOf(integrity) {
  return integrity.slice(0, "sha512-".length + 32);
}

/** What stands against one package. */
function faultsOf(one, reviewed) {
  const known = reviewed.packages[one.id];
  const refusal = reviewed.refused[one.name];
  const faults = [];
  if (refusal !== undefined && isRefused(one.version, refusal.versions))
    faults.push(`已知有害 refused: ${refusal.why}`);
  if (known === undefined) return [...faults, "未经审查 not reviewed"];
  if (known.integrity !== shortOf(one.integrity)) faults.push("内容已变 integrity changed");
  if (!isAllowed(known.licence, reviewed.licences))
    faults.push(`许可证不在允许之列 licence not allowed: ${known.licence}`);
  const manifest = manifestOf(one);
  const licence = manifest === undefined ? known.licence : licenceOf(manifest);
  if (licence !== known.licence) faults.push(`许可证已变 licence changed: ${known.licence} → ${licence}`);
  return faults;
}

/** Whether anything lets a package run a program of its own while it is installed. */
function buildFaults(workspaceFile) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const settings = { ...manifest.pnpm, ...parse(readFileSync(workspaceFile, "utf8")) };
  const allowed = Object.entries(settings.allowBuilds ?? {}).filter(([, may]) => may !== false);
  const names = [...(settings.onlyBuiltDependencies ?? []), ...allowed.map(([name]) => name)];
  // Each of these opens the door to packages that are not named here.
  const doors = ["dangerouslyAllowAllBuilds", "onlyBuiltDependenciesFile", "neverBuiltDependencies"];
  names.push(...doors.filter((name) => settings[name] !== undefined && settings[name] !== false));
  if (existsSync(join(root, ".npmrc"))) names.push(".npmrc");
  return names.map((name) => `${name}: 安装时可运行程序 may run a program while it is installed`);
}

/** Everything that the files here say; needs no network. */
function auditOffline({ lockfile, reviewed: file, workspace = join(root, "pnpm-workspace.yaml") }) {
  const closure = readClosure(lockfile);
  const reviewed = readReviewed(file);
  const faults = [...closure.values()].flatMap((one) => faultsOf(one, reviewed).map((fault) => `${one.id}: ${fault}`));
  const gone = Object.keys(reviewed.packages).filter((id) => !closure.has(id));
  return { count: closure.size, gone, faults: [...faults, ...buildFaults(workspace)] };
}

/** Advisories of high and above; undefined where the registry gives none. */
function askRegistry() {
  const how = ["--yes", pnpm, "audit", "--prod", "--audit-level", "high", "--json"];
  const shell = process.platform === "win32";
  const { stdout } = spawnSync(shell ? "npx.cmd" : "npx", how, {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
    shell,
  });
  try {
    const { advisories } = JSON.parse(stdout);
    if (advisories === undefined) return undefined;
    const severe = Object.values(advisories).filter(({ severity }) => ["high", "critical"].includes(severity));
    return severe.map((one) => `${one.module_name} ${one.vulnerable_versions}: ${one.severity}, ${one.title}`);
  } catch {
    return undefined;
  }
}

/** Adds packages to the list; what is no longer used leaves it. */
function accept(id, { why, licence, lockfile, reviewed: file = reviewedFile }) {
  const closure = readClosure(lockfile);
  const one = closure.get(id);
  if (one === undefined) return `不在锁定文件中 not in the lockfile: ${id}`;
  const found = licence ?? licenceOf(manifestOf(one) ?? {});
  if (found === undefined) return `${id} 在本机未安装，须写明 --licence。It is not installed here: name its --licence.`;
  const reviewed = readReviewed(file);
  reviewed.packages[id] = { licence: found, integrity: shortOf(one.integrity), note: why };
  const fault = faultsOf(one, reviewed)[0];
  if (fault !== undefined) return `${id}: ${fault}`;
  const kept = Object.entries(reviewed.packages).filter(([name]) => closure.has(name));
  reviewed.packages = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeReviewed(reviewed, file);
  return undefined;
}

/** One line a package, as the formatter leaves it. */
function writeReviewed({ licences, refused, packages }, file) {
  const list = (entries) =>
    Object.entries(entries).map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
  const parts = [
    `  "licences": ${JSON.stringify(licences)}`,
    `  "refused": {\n${list(refused).join(",\n")}\n  }`,
    `  "packages": {\n${list(packages).join(",\n")}\n  }`,
  ];
  writeFileSync(file, `{\n${parts.join(",\n")}\n}\n`);
  const biome = join(root, "node_modules", ".bin", "biome");
  if (existsSync(biome)) spawnSync(biome, ["format", "--write", file], { cwd: root });
}

function main() {
  const { values, positionals } = parseArgs({
    options: {
      ...{ accept: { type: "string" }, licence: { type: "string" }, offline: { type: "boolean" } },
      ...{ lockfile: { type: "string" }, reviewed: { type: "string" }, workspace: { type: "string" } },
    },
    allowPositionals: true,
  });
  if (values.accept !== undefined) {
    const [why] = positionals;
    const isNamed = split(values.accept).version !== "" && why !== undefined && why.trim() !== "";
    const fault = isNamed ? accept(values.accept, { ...values, why }) : '--accept name@version "为何 why"';
    console.log(fault ?? `${values.accept}: 已列入 accepted`);
    return fault === undefined ? 0 : 1;
  }
  const { count, gone, faults } = auditOffline(values);
  for (const id of gone) console.log(`${id}: 已不再使用 no longer used`);
  const advisories = values.offline === true ? undefined : askRegistry();
  if (advisories === undefined)
    console.log("未取得登记处的安全公告。The registry's advisories were not asked, or it gave none.");
  const all = [...faults, ...(advisories ?? [])];
  for (const fault of all) console.error(fault);
  console.log(`${count} 个软件包 packages, ${all.length} 个问题 faults`);
  return all.length === 0 ? 0 : 1;
}

process.exitCode = main();
