import { Worker } from "node:worker_threads";
import { hotKey } from "@yuanbiao/server/hot";
import { isLong, type Side, startSide } from "@yuanbiao/server/side";
import { listen, makeServer, refuseOverloaded } from "@yuanbiao/server/start";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

/** A thread that is ready at once, and falls when it is asked something. */
const falling = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ kind }) => {
    if (kind === "request") throw new Error("no memory is left");
    if (kind === "stop") parentPort.postMessage({ kind: "stopped" });
  });
  parentPort.postMessage({ kind: "ready" });
`;

let served: Served;
let side: Side;
let server: ReturnType<typeof makeServer>;
let origin: string;
let started = 0;
const falls: string[] = [];
beforeAll(async () => {
  served = await serve();
  const { context } = served;
  side = startSide({
    given: { secret: context.secret, origin: "http://127.0.0.1", isDemo: false },
    makeWorker: () => {
      started += 1;
      return new Worker(falling, { eval: true });
    },
    log: () => undefined,
    onKept: () => undefined,
    refuse: (response) => refuseOverloaded(context, response),
    onFall: (error) => falls.push(String(error)),
  });
  server = makeServer(context, { side });
  origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await side.stop();
  await served.close();
});

it("who asked a thread that falls is told to ask again, and gets an answer; another thread takes its place", async () => {
  const { cookie } = served;
  const ask = () => fetch(`${origin}/api/summary?city=liuzhou`, { headers: { cookie } });
  await expect.poll(side.isReady).toBe(true);
  const refused = await ask();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await refused.json()).toMatchObject({ code: "overloaded", status: 503 });
  expect(falls).toEqual(["Error: no memory is left"]);
  expect((await ask()).status).toBe(200);
  await expect.poll(side.isReady, { timeout: 5000 }).toBe(true);
  expect(started).toBe(2);
});

it("what took long and must be made again is asked of the other thread, what took little is made here", async () => {
  const { context, cookie } = served;
  const address = "/api/areas?city=liuzhou";
  const ask = () => fetch(`${origin}${address}`, { headers: { cookie, "accept-encoding": "br" } });
  expect((await ask()).status).toBe(200);
  const [found] = context.hot.recent(60_000).filter(({ body }) => body.question.address === address);
  if (found === undefined) throw new Error("nothing is kept");
  const key = hotKey(found.body.question);
  const yesterday = { ...found.body, day: "2000-01-01" };
  await expect.poll(side.isReady, { timeout: 5000 }).toBe(true);
  context.hot.keep(key, { ...yesterday, milliseconds: 1 });
  expect((await ask()).status).toBe(200);
  context.hot.keep(key, { ...yesterday, dataVersion: context.hot.peek(key)?.dataVersion ?? 0, milliseconds: 100 });
  expect((await ask()).status).toBe(503);
});

it.each([
  ["/api/summary?city=liuzhou", true],
  ["/api/series?area=liuzhou-hitech&indicator=revenue", true],
  ["/api/evaluations/a/report.docx", true],
  ["/api/evaluations/a/results?city=liuzhou", true],
  ["/api/evaluations?city=liuzhou", false],
  ["/api/evaluations/a", false],
  ["/api/rounds/a/collection.xlsx", true],
  ["/api/series-of-others", false],
  ["/api/targets?area=liuzhou-hitech", false],
  ["/api/areas", false],
])("%s is asked of the other thread before anything is known of it: %s", (url, wanted) => {
  expect(isLong({ method: "GET", url, headers: {} })).toBe(wanted);
});
