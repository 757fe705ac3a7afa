import { execFile } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, writeFile } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { type Cluster, freePort, launch, makeCluster } from "./postgres.ts";

/** A primary and a standby that has everything that was acknowledged, under one address. */
export interface Pair {
  /** The address of a database, which leads to whoever is primary. */
  readonly databaseUrl: string;
  /** Ends the primary as a loss of power would. */
  killPrimary(): Promise<void>;
  /** Makes the standby the primary, and leads the address there. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/** No commit is acknowledged before the standby has it on disk. */
const primarySettings = [
  "synchronous_standby_names=*",
  "synchronous_commit=on",
  "wal_level=replica",
  "max_wal_senders=4",
];
const flagsOf = (settings: readonly string[]): string[] => settings.flatMap((setting) => ["-c", setting]);

/** Starts a primary with a streaming standby made from a copy of its first files. */
export async function startPair(): Promise<Pair> {
  const first = await makeCluster();
  const second = await copyOf(first);
  const ports = { first: await freePort(), second: await freePort() };
  const access = "host replication all 127.0.0.1/32 scram-sha-256\n";
  for (const { data } of [first, second]) await writeFile(join(data, "pg_hba.conf"), access, { flag: "a" });
  const upstream = `host=127.0.0.1 port=${ports.first} user=yuanbiao password=${first.password}`;
  await writeFile(join(second.data, "postgresql.auto.conf"), `primary_conninfo = '${upstream}'\n`, { flag: "a" });
  await writeFile(join(second.data, "standby.signal"), "");
  const primary = await run(first, ports.first, primarySettings);
  const standby = await run(second, ports.second, []);
  const way = await makeWay(ports.first);
  const addressOf = (port: number, database: string) =>
    `postgres://yuanbiao:${first.password}@127.0.0.1:${port}/${database}`;
  await executeOn(addressOf(ports.first, "postgres"), "create database store");
  return {
    databaseUrl: addressOf(way.port, "store"),
    async killPrimary() {
      const [pid] = (await readFile(join(first.data, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      way.cut();
    },
    async promote() {
      await executeOn(addressOf(ports.second, "postgres"), "select pg_promote(true, 60)");
      way.lead(ports.second);
    },
    async stop() {
      way.close();
      for (const child of [primary, standby]) {
        const ended = once(child, "exit");
        child.stdin?.end();
        await ended;
      }
    },
  };
}

/** The same files in a folder of their own: a standby begins where they end. */
async function copyOf(first: Cluster): Promise<Cluster> {
  const own = await makeCluster();
  await cp(first.data, own.data, { recursive: true, force: true });
  const { owner } = own;
  if (owner !== undefined) await promisify(execFile)("chown", ["-R", `${owner.uid}:${owner.gid}`, own.data]);
  return { ...own, password: first.password };
}

async function run({ home, data, programs, owner }: Cluster, port: number, settings: readonly string[]) {
  return launch(join(programs, "postgres"), ["-D", data, "-p", String(port), ...flagsOf(settings)], { home, owner });
}

/** One address that leads to one port at a time, as a virtual address or a proxy before the databases does. */
async function makeWay(port: number) {
  let target = port;
  const open = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(target, "127.0.0.1");
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    lead(to: number) {
      target = to;
      cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
