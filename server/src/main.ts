import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import { destination, pino } from "pino";
import { makeContext } from "./assemble.ts";
import { readConfig } from "./config.ts";
import { listen, makeServer } from "./start.ts";

const config = readConfig(process.env, join(import.meta.dirname, "..", ".."));
if (typeof config === "string") {
  console.error(config);
  process.exit(1);
}

const lines = destination({ sync: false, minLength: 4096 });
setInterval(() => lines.flush(), 1000).unref();

const clock = () => new Date();
const store = await openStore(config.place);

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
const server = makeServer(makeContext({ store, clock, logger }));

async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await store.close();
  lines.flushSync();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

const port = await listen(server, config.port, config.host);
console.log(`园标已启动 Yuanbiao is running: http://${config.host}:${port}`);
