import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { passwordFaultsOf } from "@yuanbiao/core/password";
import { openStore } from "@yuanbiao/db/open";
import { wasLoaded } from "@yuanbiao/db/queries/dataset";
import { destination, pino } from "pino";
import { makeContext } from "./assemble.ts";
import { startFirst } from "./auth/first-start.ts";
import { readConfig } from "./config.ts";
import { makeDoor } from "./door.ts";
import { renewAtChanges } from "./renewal.ts";
import { readSecret } from "./secret.ts";
import { isLoopback } from "./security.ts";
import { startSide } from "./side.ts";
import { listen, makeServer, refuseOverloaded } from "./start.ts";
import { startFault } from "./text/start-fault.ts";
import { startText } from "./text/start-text.ts";

const config = readConfig(process.env, join(import.meta.dirname, "..", ".."));
if (typeof config === "string") {
  console.error(config);
  process.exit(1);
}

const lines = destination({ sync: false, minLength: 4096 });
setInterval(() => lines.flush(), 1000).unref();

const clock = () => new Date();
const { dataDir, tls, oidc, requestsPerMinute, metricsToken, backup } = config;
const store = await openStore(config.place, { checkpoints: "elsewhere" }).catch((error: unknown) => {
  console.error(startFault(error, config.place));
  process.exit(1);
});

const isDemo = await wasLoaded(store, "demo");
if (isDemo && !isLoopback(config.host)) {
  console.error("演示数据只在本机提供。Demonstration data are served on this machine alone.");
  await store.close();
  process.exit(1);
}

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
const door = makeDoor(config);
const secret = readSecret(config.secret, dataDir);
const scheme = tls === null ? "http" : "https";
const origin = config.publicOrigin ?? `${scheme}://${config.host}:${config.port}`;
const context = makeContext({
  store,
  clock,
  logger,
  door,
  secret,
  oidc,
  origin,
  dataDir,
  isDemo,
  requestsPerMinute,
  backup,
});
const first = await startFirst(context, config.admin);
if ("refusal" in first) {
  console.error(first.refusal);
  await store.close();
  process.exit(1);
}
const { username, password } = config.admin;
if (password !== null && passwordFaultsOf(password, username).length > 0) console.error(startText.passwordUnused);
const side = startSide({
  given: { secret, origin, isDemo },
  log: (line) => lines.write(line),
  onKept: (key, { bytes, ...body }) => context.hot.keep(key, { ...body, bytes: Buffer.from(bytes) }),
  refuse: (response) => refuseOverloaded(context, response),
  onFall: (error) => logger.error({ err: error }),
});
context.jobs.onNudge(side.nudge);
renewAtChanges(context, side);
context.metrics.follow({
  name: "second_thread_heap_used_bytes",
  help: "what the heap of the second thread holds; nodejs_heap_size_used_bytes is the main thread's",
  read: side.heapUsed,
});
const server = makeServer(context, { tls, side, metricsToken });

/** Requests that are under way are answered before the end, within this time. */
const graceMilliseconds = 10_000;
let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  context.life.isStopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(graceMilliseconds, undefined, { ref: false })]);
  server.closeAllConnections();
  await side.stop();
  await store.close();
  lines.flushSync();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

const port = await listen(server, config.port, config.host);
const address = config.publicOrigin ?? `${scheme}://${config.host}:${port}`;
console.log(`园标已启动 Yuanbiao is running: ${address}`);
if (first.token !== null) {
  console.log("没有可以登录的管理员。请在一天内用下面的链接设置管理员（只能用一次）：");
  console.log("No administrator can sign in. Set one up by this link within a day (it works once):");
  console.log(`${address}/sign-in?link=${first.token}`);
}
