import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { installPackage } from "../support/install.ts";
import { freePort } from "../support/postgres.ts";
import { isDatabase } from "./ground.ts";
import { type Answering, ending } from "./processes.ts";

const run = promisify(execFile);
const platform = { name: "directus", version: "12.4.0" };
/** The version that the platform names cannot be built for Node 24; this one brings its own binaries. */
const overrides = { "isolated-vm": "6.2.0" };
const buildMinutes = 10;
const startSeconds = 60;
const person = { email: "bench@example.com", password: "Bench-password-1" };
const LoggedIn = z.object({ data: z.object({ access_token: z.string() }) });

/** Node's headers beside the runtime that came as a package: nothing is fetched for building. */
function headersOfNode(): Record<string, string> {
  const root = dirname(dirname(process.execPath));
  return existsSync(join(root, "include", "node", "node_api.h")) ? { npm_config_nodedir: root } : {};
}

/** The platform's program. Its driver for SQLite is built where that store is asked for, which needs a C++ compiler. */
async function findPlatform(withSqlite: boolean): Promise<string> {
  const folder = await installPackage(platform.name, platform.version, { overrides });
  const driver = join(folder, "node_modules", "sqlite3", "build", "Release", "node_sqlite3.node");
  if (withSqlite && !existsSync(driver)) {
    const options = { cwd: folder, env: { ...process.env, ...headersOfNode() }, timeout: buildMinutes * 60_000 };
    await run("npm", ["rebuild", "sqlite3", "--loglevel=error"], { ...options, maxBuffer: 64 * 1024 * 1024 });
  }
  return join(folder, "node_modules", platform.name, "cli.js");
}

/** What makes it fast is on (kept answers in memory), what would slow it down or refuse requests is off. */
function settingsOf(place: string, port: number): Record<string, string> {
  const store = isDatabase(place)
    ? { DB_CLIENT: "pg", DB_CONNECTION_STRING: place }
    : { DB_CLIENT: "sqlite3", DB_FILENAME: join(place, "data.db") };
  const kept = {
    CACHE_ENABLED: "true",
    CACHE_STORE: "memory",
    CACHE_TTL: "60m",
    CACHE_AUTO_PURGE: "true",
    CACHE_SKIP_ALLOWED: "true",
  };
  const off = {
    TELEMETRY: "false",
    PRESSURE_LIMITER_ENABLED: "false",
    WEBSOCKETS_ENABLED: "false",
    SERVE_APP: "false",
  };
  const admin = { ADMIN_EMAIL: person.email, ADMIN_PASSWORD: person.password, ACCESS_TOKEN_TTL: "1d" };
  const own = { HOST: "127.0.0.1", PORT: String(port), SECRET: "only-for-measuring-".repeat(3), LOG_LEVEL: "fatal" };
  return { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", ...store, ...kept, ...off, ...admin, ...own };
}

export interface Peer extends Answering {
  stop(): Promise<void>;
  /** Sends something; the answer must be good. */
  send(method: string, address: string, body: unknown): Promise<unknown>;
}

/** The general data platform over an empty place of its own, with its administrator signed in. */
export async function startPeer(place: string, folder: string): Promise<Peer> {
  const program = await findPlatform(!isDatabase(place));
  const port = await freePort();
  const options = { cwd: folder, env: settingsOf(place, port) };
  await run(process.execPath, [program, "bootstrap"], options);
  const child = spawn(process.execPath, [program, "start"], { ...options, stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + startSeconds * 1000;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${platform.name} did not start`);
    await sleep(200);
  }
  const login = await send(origin, {}, { method: "POST", address: "/auth/login", body: person });
  const headers = { authorization: `Bearer ${LoggedIn.parse(login).data.access_token}` };
  return {
    ...{ origin, headers, stop: () => ending(child) },
    send: (method, address, body) => send(origin, headers, { method, address, body }),
  };
}

function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/server/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function send(
  origin: string,
  headers: Record<string, string>,
  { method, address, body }: { method: string; address: string; body: unknown },
): Promise<unknown> {
  const init = { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(origin + address, init);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.json();
}
