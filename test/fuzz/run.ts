import { verifyAudit } from "@yuanbiao/db/audit";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { verifySeal } from "@yuanbiao/server/assessing";
import fc from "fast-check";
import { insideOf, judge } from "./judge.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { type Plan, plans } from "./plan.ts";
import { send } from "./send.ts";
import type { Template } from "./template.ts";
import { speak, statusesOf, wire } from "./wire.ts";
import { openWorld, type World } from "./world.ts";

/** So many requests go to one copy of the store: then everything is as it was again. */
const perWorld = 1000;
/** One of so many is bytes that are no good HTTP. */
const wireShare = 100;

export interface Fault {
  readonly seed: number;
  readonly engine: string;
  readonly request: unknown;
  readonly amiss: readonly string[];
}

/** What a run came to. */
export interface Tally {
  requests: number;
  readonly byStatus: Map<number, number>;
  /** How often a route was asked, and how often it did what it was asked for. */
  readonly routes: Map<string, { asked: number; done: number }>;
  readonly faults: Fault[];
}

export const newTally = (): Tally => ({ requests: 0, byStatus: new Map(), routes: new Map(), faults: [] });

function count(tally: Tally, status: number): void {
  tally.requests += 1;
  tally.byStatus.set(status, (tally.byStatus.get(status) ?? 0) + 1);
}

const isDone = (status: number): boolean => status >= 200 && status < 300;
/** Failed attempts to sign in count against an account, and a challenge is used up. */
const mayCount = ({ route }: Plan): boolean => route.path.startsWith("/api/auth/");

async function look(ledger: Ledger, plan: Plan, status: number): Promise<string[]> {
  const isWrite = plan.route.method !== "GET";
  if ((isWrite && isDone(status)) || mayCount(plan)) {
    await ledger.done();
    return [];
  }
  return ledger.refused();
}

/** Sessions that a request ended are made anew, and rights that it moved are read again. */
function refresh({ people }: World, { asker, route, headers }: Plan, status: number): void {
  if (status === 401 && headers.authorization === undefined) people.forget(asker);
  if (route.path.startsWith("/api/accounts") && isDone(status)) people.forget();
  if (route.path.startsWith("/api/auth")) people.forget(asker);
}

async function tryPlan(world: World, ledger: Ledger, plan: Plan) {
  if (!world.people.isKnown(plan.asker)) {
    await world.people.headersOf(plan.asker);
    await ledger.done();
  }
  const { sent, came } = await send(world, plan);
  // Rights as they were when it was asked: what it changed itself is read afterwards.
  const amiss = await judge(world, plan, { sent, came });
  const changed = await look(ledger, plan, came.status);
  refresh(world, plan, came.status);
  return { status: came.status, sent, amiss: [...amiss, ...changed], text: came.text };
}

async function tryWire(world: World, bytes: Uint8Array): Promise<{ statuses: number[]; amiss: string[] }> {
  const said = await speak(world.port, bytes);
  const statuses = statusesOf(said);
  const lacking = statuses.length > 0 && !/content-security-policy:/i.test(said) ? ["lacks security headers"] : [];
  const failing = statuses.filter((status) => status >= 500).map((status) => `status ${status}`);
  return { statuses, amiss: [...lacking, ...failing, ...insideOf(said).map((what) => `tells ${what}`)] };
}

/** What must hold when all is over: an unbroken trail, seals that compute the same, and no polluted prototype. */
async function closing({ context }: World): Promise<string[]> {
  const trail = await verifyAudit(context.store);
  const runs = (await listEvaluations(context.store, { asOf: null })).filter(({ seal }) => seal !== null);
  const broken: string[] = [];
  for (const run of runs) {
    const { hash, stored } = await verifySeal(context, run);
    if (hash !== run.seal?.hash || !stored) broken.push(`the seal of ${run.id} is broken`);
  }
  const polluted = [Object.prototype, Array.prototype, Function.prototype].some((one) => "polluted" in one);
  return [...(trail.ok ? [] : ["the trail is broken"]), ...broken, ...(polluted ? ["a prototype was polluted"] : [])];
}

/** Asks one copy of the store so many times; everything drawn follows from the seed. */
async function runWorld(template: Template, tally: Tally, { seed, requests }: { seed: number; requests: number }) {
  const world = await openWorld(template);
  const { engine } = template;
  const note = (request: unknown, amiss: readonly string[]): void => {
    if (amiss.length > 0) tally.faults.push({ seed, engine, request, amiss });
  };
  for (const { name } of world.sources.described.routes) {
    if (!tally.routes.has(name)) tally.routes.set(name, { asked: 0, done: 0 });
  }
  const ledger = await openLedger(world.context.store);
  const bytes = fc.sample(wire, { seed, numRuns: Math.ceil(requests / wireShare) });
  const planned = fc.sample(plans(world.sources), { seed, numRuns: requests - bytes.length });
  for (const plan of planned) {
    const { status, sent, amiss } = await tryPlan(world, ledger, plan);
    count(tally, status);
    const route = tally.routes.get(plan.route.name) ?? { asked: 0, done: 0 };
    tally.routes.set(plan.route.name, { asked: route.asked + 1, done: route.done + (isDone(status) ? 1 : 0) });
    note({ asker: plan.asker, ...sent }, amiss);
  }
  for (const one of bytes) {
    const { statuses, amiss } = await tryWire(world, one);
    count(tally, statuses[0] ?? 0);
    note(Buffer.from(one).toString("latin1"), amiss);
  }
  note("after all of them", await closing(world));
  await world.close();
}

interface Extent {
  readonly seed: number;
  readonly requests: number;
  /** Hears of the progress; whoever answers false has heard enough. */
  readonly tell?: (done: number) => boolean;
}

/** Asks so many times over as many copies of a store as that takes. */
export async function fuzz(template: Template, tally: Tally, { seed, requests, tell = () => true }: Extent) {
  for (let done = 0; done < requests; done += perWorld) {
    const own = { seed: seed + done / perWorld, requests: Math.min(perWorld, requests - done) };
    await runWorld(template, tally, own);
    if (tally.faults.length >= mostFaults || !tell(done + own.requests)) return;
  }
}

const mostFaults = 200;
