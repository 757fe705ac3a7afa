// The second thread: the same interface over connections of its own, for what takes long, and the one that does jobs.
import { getPriority, setPriority } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "@yuanbiao/db/open";
import { pino } from "pino";
import { z } from "zod";
import { noteVisit } from "./admit.ts";
import { anchorHeads } from "./anchor.ts";
import { makeApp } from "./app.ts";
import { makeContext } from "./assemble.ts";
import { bytesOf } from "./body-bytes.ts";
import { readConfig } from "./config.ts";
import { makeCrowd } from "./crowd.ts";
import { makeDoor } from "./door.ts";
import { dutiesOf } from "./duties.ts";
import { makeLoop } from "./job/loop.ts";
import { makeRunner } from "./job/run.ts";
import { makeRenewer } from "./renewer.ts";
import type { FromSide, SideRequest, ToSide } from "./side-message.ts";

const Given = z.object({ secret: z.string(), origin: z.string(), isDemo: z.boolean() });
const given = Given.parse(workerData);
giveWay();
const config = readConfig(process.env, join(import.meta.dirname, "..", ".."));
if (typeof config === "string") throw new Error(config);
const say = (message: FromSide): void => parentPort?.postMessage(message);
const lines = new Writable({
  decodeStrings: false,
  write(line, _encoding, done) {
    say({ kind: "log", line: String(line) });
    done();
  },
});
const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
const { dataDir, oidc, requestsPerMinute, backup } = config;
const store = await openStore(config.place);
const clock = () => new Date();
const context = makeContext({
  store,
  clock,
  logger,
  door: makeDoor(config),
  oidc,
  dataDir,
  requestsPerMinute,
  backup,
  ...given,
});
const app = makeApp(context);
const duties = dutiesOf(config);
const runner = makeRunner(context, { handle: (request, env) => app.fetch(request, env), duties });
const crowd = makeCrowd();
const renewer = makeRenewer(context, {
  handle: (request, env) => app.fetch(request, env),
  origin: given.origin,
  calm: crowd.calm,
});
const loop = makeLoop(context, { runner, duties });
context.jobs.onNudge(loop.nudge);
context.hot.onKeep((key, body) => say({ kind: "kept", key, body }));

/** It gets what the thread that answers everybody leaves. Linux takes it for this thread alone, others for all of them. */
function giveWay(): void {
  const priority = 5;
  try {
    if (process.platform === "linux" && getPriority() < priority) setPriority(priority);
  } catch (error) {
    // Where a service manager forbids it, it works all the same.
    logger.warn({ err: error });
  }
}

async function answer({ id, method, url, headers, body, address, host, who }: SideRequest): Promise<void> {
  const incoming = {};
  noteVisit(incoming, { address, host, ...who });
  const scheme = context.door.isSecure ? "https" : "http";
  const request = new Request(new URL(url, `${scheme}://${host}`), { method, headers: headersOf(headers), body });
  const response = await app.fetch(request, { incoming });
  const bytes = await bytesOf(response);
  say({ kind: "answer", id, status: response.status, headers: [...response.headers], body: bytes });
}

function headersOf(given: SideRequest["headers"]): Headers {
  const headers = new Headers();
  for (const [name, value] of given) headers.append(name, value);
  return headers;
}

/** The ends of the trail's chains are written down outside the database, so that a cut end is found. */
async function anchor(): Promise<void> {
  await anchorHeads(context, backup.anchorFolder).catch((error: unknown) => logger.error({ err: error }));
}
const anchorMilliseconds = 10 * 60_000;
/** Commits of the main thread are moved into their places here: on a slow disk that takes long. */
const checkpointMilliseconds = 5000;
const checkpointing = setInterval(() => {
  store.checkpoint().catch((error: unknown) => logger.error({ err: error }));
}, checkpointMilliseconds);
const anchoring = setInterval(() => void anchor(), anchorMilliseconds);

async function stop(): Promise<void> {
  await loop.stop();
  clearInterval(anchoring);
  clearInterval(checkpointing);
  await anchor();
  await store.close();
  say({ kind: "stopped" });
}

parentPort?.on("message", (message: ToSide) => {
  if (message.kind === "nudge") loop.nudge();
  else if (message.kind === "renew") renewer.renew(message);
  else if (message.kind === "stop") void stop();
  else {
    void crowd.serve(() =>
      answer(message).catch((error: unknown) => {
        logger.error({ err: error });
        say({ kind: "answer", id: message.id, status: 500, headers: [], body: new Uint8Array() });
      }),
    );
  }
});
say({ kind: "ready" });
void anchor();
