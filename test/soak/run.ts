import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import type { EngineName } from "@yuanbiao/db/store";
import { fileReports, type Ledger, makeLedger } from "../load/filing.ts";
import { type Installation, install } from "../load/place.ts";
import type { ServerProcess } from "../load/process.ts";
import { makeRandom } from "../load/random.ts";
import { seal } from "../load/sealing.ts";
import { sendUntilAnswered, type Target } from "../load/send.ts";
import { type Fault, faultOf } from "../load/settle.ts";
import { isLevel, makeTally, note, type Point, quantile, type Tally, type Trend, trendOf } from "./measure.ts";
import { countPeople, enter, inviteAll, liveOn, type People, pagesOf } from "./users.ts";

export interface Soaking {
  readonly engine: EngineName;
  readonly users: number;
  readonly minutes: number;
  readonly seed: number;
  /** Seconds on average between two pages of one person. */
  readonly pauseSeconds: number;
  readonly say?: (line: string) => void;
}

export interface KindOfRequest {
  readonly count: number;
  /** Milliseconds: the median of the quiet server, and what 99 of 100 take at most, of it and under load. */
  readonly quiet: number;
  readonly quietP99: number;
  readonly median: number;
  readonly p99: number;
  readonly ratio: number;
  /** How many took longer than what 99 of 100 requests of any kind may take. */
  readonly over: number;
}

export interface Soaked extends Pick<Soaking, "engine" | "minutes" | "seed"> {
  readonly users: number;
  readonly requests: number;
  readonly perSecond: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly overall: KindOfRequest;
  /** What 99 of 100 requests take at most, each as a multiple of its own kind's median on the quiet server. */
  readonly slowdown: number;
  readonly kinds: Readonly<Record<string, KindOfRequest>>;
  /**
   * All that is resident, of it what is the process's own (the rest is mapped files: the database), and what the heaps of
   * its two threads hold.
   */
  readonly megabytes: Readonly<Record<"resident" | "own" | "heap" | "secondHeap", Trend & { level: boolean }>>;
  readonly acknowledged: number;
  readonly faults: readonly Fault[];
}

/** So many looks at the server's memory tell its trend. Each takes the server a moment: who watches one looks seldom. */
const looks = 300;
const leastLookMilliseconds = 2000;
const quietRounds = 10;
/** What somebody who is alone takes between two pages. */
const restMilliseconds = 100;
/** What is asked too seldom says nothing of its slowest hundredth. */
const leastForQuantile = 100;
const megabyte = 1024 * 1024;
/** What 99 of 100 wait at most, as a multiple of the quiet server's median. */
export const mostTimesQuiet = 5;

/** Lets many people use one server for a while, as people do, and measures what they notice and what it holds. */
export async function soak(soaking: Soaking): Promise<Soaked> {
  const installation = await install({ engine: soaking.engine, runs: 1 });
  const token = randomBytes(16).toString("hex");
  const server = await installation.start({ METRICS_TOKEN: token });
  try {
    return await soakServer(soaking, { installation, server, token });
  } finally {
    if (server.child.exitCode === null) await server.kill();
    await installation.remove();
  }
}

interface Place {
  readonly installation: Installation;
  readonly server: ServerProcess;
  readonly token: string;
}

async function soakServer(soaking: Soaking, place: Place): Promise<Soaked> {
  const { engine, users, minutes, seed, pauseSeconds, say = () => undefined } = soaking;
  const { installation, server } = place;
  const people = await inviteAll(installation, users);
  const ledger = makeLedger();
  const run = installation.prepared.runs[0] ?? "";
  const quietTarget = { origin: server.origin };
  await seal({ target: quietTarget, prepared: installation.prepared, ledger, isOver: () => false }, run);
  const quiet = await measureQuiet(place, { people, ledger, run });
  say(`${engine}: quiet median ${quantile([...quiet.byKind.values()].flat(), 0.5).toFixed(1)} ms`);
  const load = makeTally();
  const end = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > end;
  const target = targetOf(server.origin, load);
  const lookMilliseconds = Math.max(leastLookMilliseconds, (minutes * 60_000) / looks);
  const watching = watch(place, { isOver, say, load, lookMilliseconds });
  const life = { target, ledger, run, random: makeRandom(seed), isOver, pause: pauseSeconds * 1000 };
  await liveOn(people, life);
  const seen = await watching;
  await server.stop();
  const complaints = server.complaints() === "" ? [] : [faultOf("broken", server.complaints())];
  const settled = await installation.settle({ ledger, sealed: [run], prepared: judgesOf(people) });
  const uncounted = await countFaults(installation, ledger);
  return {
    ...{ engine, users: countPeople(people), minutes, seed },
    ...figuresOf(quiet, load, minutes),
    megabytes: {
      ...{ resident: levelOf(seen.resident, minutes), own: levelOf(seen.own, minutes) },
      ...{ heap: levelOf(seen.heap, minutes), secondHeap: levelOf(seen.secondHeap, minutes) },
    },
    acknowledged: settled.acknowledged,
    faults: [...complaints, ...settled.faults, ...uncounted],
  };
}

function figuresOf(quiet: Tally, load: Tally, minutes: number) {
  const all = [...load.byKind.values()].flat();
  const anyQuiet = [...quiet.byKind.values()].flat();
  const most = mostTimesQuiet * quantile(anyQuiet, 0.5);
  return {
    requests: all.length,
    perSecond: all.length / (minutes * 60),
    errors: Object.fromEntries([...quiet.errors, ...load.errors]),
    overall: kindOf(anyQuiet, all, most),
    slowdown: slowdownOf(quiet, load),
    kinds: compare(quiet, load, most),
  };
}

const targetOf = (origin: string, tally: Tally): Target => ({
  origin,
  onAnswer: (sending, status, milliseconds) => note(tally, sending, status, milliseconds),
});

/** Those who look afterwards are signed in: they were there until the end. */
const judgesOf = ({ teams }: People) => {
  const [first] = teams;
  if (first === undefined) throw new Error("nobody files");
  return { ...first, parks: teams.flatMap(({ parks }) => parks) };
};

const levelOf = (points: readonly Point[], minutes: number) => {
  const trend = trendOf(points);
  return { ...trend, level: isLevel(trend, minutes) };
};

/** One person alone opens every page again and again, files and signs in, as the many do later; the first time warms up. */
async function measureQuiet(
  { server }: Place,
  { people, ledger, run }: { people: People; ledger: Ledger; run: string },
): Promise<Tally> {
  const tally = makeTally();
  const { reading, assessing } = pagesOf(run);
  const rest = () => sleep(restMilliseconds);
  const pages = [
    ...reading.map((paths) => ({ cookie: people.readers[0] ?? "", paths })),
    ...assessing.map((paths) => ({ cookie: people.assessors[0] ?? "", paths })),
  ];
  for (const target of [{ origin: server.origin }, targetOf(server.origin, tally)]) {
    for (let round = 0; round < quietRounds; round += 1) {
      for (const { cookie, paths } of pages) {
        await Promise.all(paths.map((path) => sendUntilAnswered(target, { method: "GET", path, cookie })));
        await rest();
      }
    }
    const username = people.arriving[0] ?? "";
    for (let round = 0; round < quietRounds; round += 1) {
      const cookie = await enter(target, username);
      if (cookie !== null) await sendUntilAnswered(target, { method: "POST", path: "/api/auth/sign-out", cookie });
      await rest();
    }
    const [team] = people.teams;
    if (team === undefined) continue;
    const name = target.onAnswer === undefined ? "w" : "q";
    const filing = { target, prepared: team, ledger, park: 0, month: team.month + 6, name, most: quietRounds };
    await fileReports({ ...filing, isOver: () => false, think: rest });
  }
  return tally;
}

interface Watching {
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
  readonly load: Tally;
  readonly lookMilliseconds: number;
}

/** The memory of the server, again and again. */
async function watch(
  { server, token }: Place,
  { isOver, say, load, lookMilliseconds }: Watching,
): Promise<Record<"resident" | "own" | "heap" | "secondHeap", Point[]>> {
  const seen: Awaited<ReturnType<typeof watch>> = { resident: [], own: [], heap: [], secondHeap: [] };
  const begin = performance.now();
  for (let said = 0; !isOver(); ) {
    await sleep(lookMilliseconds);
    const at = (performance.now() - begin) / 60_000;
    const heaps = await heapsOf(server.origin, token);
    seen.resident.push({ at, value: memoryOf(server.child.pid, "VmRSS") });
    seen.own.push({ at, value: memoryOf(server.child.pid, "RssAnon") });
    seen.heap.push({ at, value: heaps.main });
    seen.secondHeap.push({ at, value: heaps.second });
    if (at < said + 1) continue;
    said = Math.floor(at);
    const count = [...load.byKind.values()].reduce((sum, { length }) => sum + length, 0);
    const errors = [...load.errors.values()].reduce((sum, one) => sum + one, 0);
    const memory = Object.values(seen).map((points) => points.at(-1)?.value.toFixed(0));
    say(`${at.toFixed(1)} min: ${count} answered, ${errors} errors, ${memory.join("/")} MB`);
  }
  return seen;
}

function memoryOf(pid: number | undefined, name: "VmRSS" | "RssAnon"): number {
  const [, kibibytes] =
    new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}

async function heapsOf(origin: string, token: string): Promise<{ main: number; second: number }> {
  const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const told = await response.text();
  const of = (name: string) => Number(new RegExp(`^yuanbiao_${name} (\\S+)`, "m").exec(told)?.[1]) / megabyte;
  return { main: of("nodejs_heap_size_used_bytes"), second: of("second_thread_heap_used_bytes") };
}

function kindOf(quiet: readonly number[], load: readonly number[], most: number): KindOfRequest {
  const [base, p99] = [quantile(quiet, 0.5), quantile(load, 0.99)];
  const quietP99 = quantile(quiet, 0.99);
  const over = load.filter((milliseconds) => milliseconds > most).length;
  return { count: load.length, quiet: base, quietP99, median: quantile(load, 0.5), p99, ratio: p99 / base, over };
}

function slowdownOf(quiet: Tally, load: Tally): number {
  const multiples = [...load.byKind].flatMap(([kind, times]) => {
    const base = quantile(quiet.byKind.get(kind) ?? [], 0.5);
    return times.map((milliseconds) => milliseconds / base);
  });
  return quantile(multiples, 0.99);
}

function compare(quiet: Tally, load: Tally, most: number): Record<string, KindOfRequest> {
  const kinds = [...load.byKind].filter(([, { length }]) => length >= leastForQuantile);
  return Object.fromEntries(kinds.map(([kind, times]) => [kind, kindOf(quiet.byKind.get(kind) ?? [], times, most)]));
}

/** What was acknowledged of each kind stands as often in the trail, and nothing that nobody asked for. */
async function countFaults({ place }: Installation, { reports }: Ledger): Promise<Fault[]> {
  const store = await openStore(place);
  const actions = (await listAudit(store, {})).filter(({ result }) => result === "done" || result === null);
  await store.close();
  const faults: Fault[] = [];
  for (const [step, action] of [
    ["submitted", "report-submit"],
    ["approved", "report-approve"],
    ["accepted", "report-accept"],
    ["adopted", "report-adopt"],
    ["uploaded", "evidence-add"],
  ] as const) {
    const wanted = [...reports.values()].filter(({ steps }) => steps.includes(step)).length;
    const found = actions.filter((entry) => entry.action === action).length;
    if (found !== wanted) faults.push(faultOf(found < wanted ? "lost" : "half", `${action}: ${found} of ${wanted}`));
  }
  return faults;
}
