import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import { loadShipped } from "@yuanbiao/seeds/load";
import { destination, pino } from "pino";
import { readConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { makeHotBodies } from "./hot.ts";
import { makeRegistries } from "./registry.ts";
import { listen, makeServer } from "./start.ts";

const root = join(import.meta.dirname, "..", "..");
const config = readConfig(process.env, root);
if (typeof config === "string") {
  console.error(config);
  process.exit(1);
}

const lines = destination({ sync: false, minLength: 4096 });
const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
const flushing = setInterval(() => lines.flush(), 1000);
flushing.unref();

const store = await openStore(config.place);
await loadShipped(store);

const built = join(root, "web", "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const context: Context = {
  store,
  clock: () => new Date(),
  logger,
  hot: makeHotBodies(),
  registries: makeRegistries(store),
  version,
  pages: existsSync(join(built, "index.html")) ? built : null,
};
const server = makeServer(context);
const port = await listen(server, config.port, config.host);
console.log(`园标已启动 Yuanbiao is running: http://${config.host}:${port}`);

async function stop(): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await store.close();
  lines.flushSync();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
