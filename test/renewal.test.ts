import type { Statement } from "@yuanbiao/db/commit";
import { commit } from "@yuanbiao/db/commit";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listSessions } from "@yuanbiao/db/queries/session";
import { planVersions } from "@yuanbiao/db/revise";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { type HotBody, makeHotBodies } from "@yuanbiao/server/hot";
import { renewAtChanges } from "@yuanbiao/server/renewal";
import { makeRenewer } from "@yuanbiao/server/renewer";
import type { Side } from "@yuanbiao/server/side";
import type { Renewal } from "@yuanbiao/server/side-message";
import { listen, makeServer } from "@yuanbiao/server/start";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { listenOnLoopback, type Served, serve } from "./support/served.ts";

const lines: string[] = [];
const asked: Renewal[] = [];
let served: Served;
let server: Awaited<ReturnType<typeof listenOnLoopback>>;
let now = new Date("2026-11-21T04:00:00.000Z");
beforeAll(async () => {
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  served = await serve({ logger, clock: () => now });
  server = await listenOnLoopback(served);
  renewAtChanges(served.context, { renew: (renewal) => asked.push(renewal) });
});
afterAll(async () => {
  await server.close();
  await served.close();
});

const addresses = ["/api/summary?city=liuzhou", "/api/progress?area=liuzhou-hitech", "/api/tasks"];
const read = async (address: string) => (await server.reader.ask(address)).json();
const lastSeen = async () => (await listSessions(served.store, "reader")).map(({ lastSeenAt }) => lastSeenAt);
const revise = async (value: string): Promise<void> => {
  const area = "liuzhou-hitech";
  const [figure] = await listObservations(served.store, { asOf: null, publishedBy: null }, { areas: [area] });
  if (figure === undefined) throw new Error("no figure");
  const change = { reason: "other" as const, note: null };
  const plan = planVersions("observation", { current: [figure], incoming: [{ ...figure, value }] }, change);
  const statements: readonly Statement[] = plan.statements;
  const audit = [{ area, action: "test", subject: null, detail: {} }] as const;
  expect(await commit(served.store, { actor: "test", statements, audit })).toMatchObject({ ok: true });
};

it("what somebody has asked for lately is made again when something of it changes, and nothing else", async () => {
  for (const address of addresses) await read(address);
  // What is made for the first time takes long; what takes too long is not made again.
  await revise("41");
  for (const address of addresses) await read(address);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  asked.length = 0;
  await revise("41.5");
  served.context.hot.move();
  await expect.poll(() => asked.map(({ question }) => question.address).sort()).toEqual(addresses.slice(0, 2).sort());

  const { store, context } = served;
  // As the second thread does it: the same store, and a place of its own for what is kept.
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const beside = makeContext({ store, clock: () => now, logger, secret: context.secret, requestsPerMinute: 1 });
  const app = makeApp(beside);
  beside.hot.onKeep((key, body) => context.hot.keep(key, body));
  const renewer = makeRenewer(beside, { handle: (request, env) => app.fetch(request, env), origin: server.origin });
  const [linesBefore, seenBefore] = [lines.length, await lastSeen()];
  now = new Date(now.getTime() + 10 * 60_000);
  for (const renewal of asked) renewer.renew(renewal);
  await renewer.idle();
  // Nobody asked: nothing is logged or counted, and nobody's session is kept alive by it.
  expect(lines).toHaveLength(linesBefore);
  expect(await lastSeen()).toEqual(seenBefore);
  const made: string[] = [];
  context.hot.onKeep((key) => made.push(key));
  const version = await store.readVersion();
  const found = context.hot.recent(3_600_000).map(({ body }) => [body.question.address, body.dataVersion]);
  for (const address of addresses.slice(0, 2)) expect(found).toContainEqual([address, version]);
  for (const address of addresses.slice(0, 2)) expect(JSON.stringify(await read(address))).toContain("liuzhou");
  expect(made).toEqual([]);
  // The first one that is made after a change finds out what has changed; it is kept like the others.
  await revise("42.5");
  for (const renewal of asked.slice(0, 2)) renewer.renew(renewal);
  await renewer.idle();
  const later = await store.readVersion();
  const again = context.hot.recent(3_600_000).map(({ body }) => [body.question.address, body.dataVersion]);
  for (const address of addresses.slice(0, 2)) expect(again).toContainEqual([address, later]);
});

it("of what has changed, what is asked for often and quickly made is made again first, and only lately asked", async () => {
  const { context } = served;
  const [known] = context.hot.recent(3_600_000);
  if (known === undefined) throw new Error("nothing is kept");
  const hot = makeHotBodies();
  const keep = (address: string, milliseconds: number, more: Partial<HotBody> = {}): void => {
    const question = { ...known.body.question, address };
    const footprint: HotBody["footprint"] = new Map([["observation", "all"]]);
    hot.keep(address, { ...known.body, question, milliseconds, footprint, dataVersion: 1, ...more });
  };
  keep("seldom and quick", 4);
  keep("seldom and slow", 200);
  keep("often", 20);
  keep("too slow", 251);
  keep("of one area", 3, { footprint: new Map([["observation", new Set(["liuzhou"])]]) });
  keep("new", 1, { dataVersion: 2 });
  keep("untouched", 1, { footprint: new Map() });
  for (let times = 0; times < 50; times += 1) hot.find("often");
  const order: string[] = [];
  const marks = { lookAt: async () => (footprint: HotBody["footprint"]) => footprint.size === 0 };
  const { logger } = context;
  renewAtChanges(
    { hot, logger, marks, store: { readVersion: async () => 2 } },
    { renew: ({ question }) => order.push(question.address) },
  );
  hot.move();
  await expect.poll(() => order).toEqual(["often", "seldom and quick", "seldom and slow", "of one area"]);
});

it("what nobody has asked for in ten minutes is let go", () => {
  const [known] = served.context.hot.recent(3_600_000);
  if (known === undefined) throw new Error("nothing is kept");
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const hot = makeHotBodies();
    for (const key of ["asked again", "left alone"]) hot.keep(key, known.body);
    vi.advanceTimersByTime(6 * 60_000);
    expect(hot.find("asked again")).toBeDefined();
    expect(hot.peek("left alone")).toBeDefined();
    vi.advanceTimersByTime(6 * 60_000);
    hot.keep("new", known.body);
    expect(hot.peek("asked again")).toBeDefined();
    expect(hot.find("left alone")).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

it("what is computed over targets is handed to the second thread, before a change and after it", async () => {
  const handed: (string | undefined)[] = [];
  const side: Side = {
    isReady: () => true,
    answer: async ({ url }) => {
      handed.push(url);
      return false;
    },
    renew: () => undefined,
    heapUsed: async () => null,
    nudge: () => undefined,
    stop: async () => undefined,
  };
  const { context, cookie } = served;
  const beside = makeServer(context, { side });
  const origin = `http://127.0.0.1:${await listen(beside, 0, "127.0.0.1")}`;
  const ask = async (address: string) =>
    (await fetch(origin + address, { headers: { cookie, "accept-language": "en" } })).text();
  const [city = "", area = ""] = addresses;
  for (const address of [city, area, city, area]) await ask(address);
  expect(handed).toEqual([city, area]);
  handed.length = 0;
  await revise("41.25");
  await ask(area);
  await ask(city);
  expect(handed).toEqual([area, city]);
  beside.closeAllConnections();
  await new Promise((resolve) => beside.close(resolve));
});
