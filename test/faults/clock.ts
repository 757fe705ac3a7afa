import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { shanghaiDay } from "@yuanbiao/core/day";
import { addJob, claimJob } from "@yuanbiao/db/jobs";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { findJob, type JobRow, listJobs } from "@yuanbiao/db/queries/job";
import type { EngineName, Store } from "@yuanbiao/db/store";
import { fileReports, type Ledger, makeLedger } from "../load/filing.ts";
import { signInFilers } from "../load/people.ts";
import { type Installation, install } from "../load/place.ts";
import type { Prepared } from "../load/prepare.ts";
import { sendUntilAnswered } from "../load/send.ts";
import { type Fault, faultOf } from "../load/settle.ts";

export interface ClockJumps {
  readonly engine: EngineName;
  readonly jumps: number;
  readonly acknowledged: number;
  readonly commits: number;
  /** Sessions that were refused because the clock had left them behind or ahead. */
  readonly sessionsEnded: number;
  readonly backups: number;
  readonly faults: readonly Fault[];
}

const hour = 3_600_000;
const year = 365 * 24 * hour;
/** Where the clock goes, against the real one: a year back, an hour back, a year ahead, and right again. */
const shifts = [0, -year, -hour, year, 0];
const workMilliseconds = 2500;
const seenMilliseconds = 200;
const clerks = 3;
const preload = pathToFileURL(join(import.meta.dirname, "clock-shift.mjs")).href;

/** A server whose clock jumps while people file: what stands afterwards, who is still signed in, what was done by night. */
export async function jumpClock(engine: EngineName): Promise<ClockJumps> {
  const installation = await install({ engine, runs: 0 });
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-clock-"));
  try {
    return await jump(installation, folder);
  } finally {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function jump(installation: Installation, folder: string): Promise<ClockJumps> {
  const { engine, place } = installation;
  const [file, backups] = [join(folder, "shift"), join(folder, "backups")];
  writeFileSync(file, "0");
  const server = await installation.start({
    ...{ NODE_OPTIONS: `--import ${preload}`, CLOCK_SHIFT_FILE: file, BACKUP_DIR: backups, BACKUP_AT: "00:00" },
    ANCHOR_DIR: join(folder, "anchors"),
  });
  const ledger = makeLedger();
  const faults: Fault[] = [];
  const days = new Set<string>();
  let sessionsEnded = 0;
  let people: Omit<Prepared, "runs"> | undefined;
  let before = 0;
  for (const [turn, shift] of shifts.entries()) {
    const clock = () => new Date(Date.now() + shift);
    writeFileSync(file, String(shift));
    await sleep(seenMilliseconds);
    const answer = people && (await ask(server.origin, people.cookies.leader));
    if (answer !== undefined && answer.status === 401) sessionsEnded += 1;
    if (answer !== undefined && answer.status !== 401 && Math.abs(shift - before) >= year / 2)
      faults.push(faultOf("broken", `a session lived on over a jump of ${shift - before} ms: ${answer.status}`));
    people = await signInFilers({ ...installation, clock });
    await work(server.origin, { people, ledger, name: `j${turn}` });
    days.add(shanghaiDay(clock()));
    before = shift;
  }
  if (!(await freesStuckJob(installation))) faults.push(faultOf("broken", "a job claimed before the jump is stuck"));
  await server.stop();
  if (server.complaints() !== "") faults.push(faultOf("broken", server.complaints()));
  const known = { prepared: { ...installation.prepared, ...people }, clock: () => new Date() };
  const settled = await installation.settle({ ledger, sealed: [], ...known });
  const store = await openStore(place);
  const { commits, unordered } = await countCommits(store);
  faults.push(...settled.faults, ...unordered, ...(await duties(store, days)));
  await store.close();
  const made = readdirSync(backups).filter((name) => name.endsWith(".tar.gz")).length;
  if (made < 1 || made > days.size) faults.push(faultOf("broken", `${made} backups in ${days.size} days`));
  const { acknowledged } = settled;
  return { engine, jumps: shifts.length - 1, acknowledged, commits, sessionsEnded, backups: made, faults };
}

const ask = (origin: string, cookie: string) =>
  sendUntilAnswered({ origin }, { method: "GET", path: "/api/summary", cookie });

async function work(
  origin: string,
  { people, ledger, name }: { people: Omit<Prepared, "runs">; ledger: Ledger; name: string },
): Promise<void> {
  let isOver = false;
  const all = { target: { origin }, prepared: { ...people, runs: [] }, ledger, isOver: () => isOver };
  const filing = Array.from({ length: clerks }, (_, park) => fileReports({ ...all, park, name: `${name}p${park}` }));
  await sleep(workMilliseconds);
  isOver = true;
  await Promise.all(filing);
}

/** A job that a process took when the clock was a year ahead, before it ended: whether it is done all the same. */
async function freesStuckJob({ place }: Installation): Promise<boolean> {
  const store = await openStore(place);
  const job: JobRow = {
    ...{ id: "tidy-taken", kind: "tidy", account: null, rights: null, address: null, method: null, target: null },
    ...{ headers: null, body: null, state: "queued", attempts: 0, claimedBy: null, claimedUntil: null },
    ...{ createdAt: new Date().toISOString(), finishedAt: null, status: null, answerHeaders: null, answer: null },
  };
  try {
    await addJob(store, job);
    // The server may have been quicker than the process that is gone: then there is nothing to be freed.
    await claimJob(store, job, { by: "gone", until: new Date(Date.now() + year).toISOString() });
    for (let look = 0; look < 100; look += 1) {
      if ((await findJob(store, job.id))?.state === "done") return true;
      await sleep(200);
    }
    return false;
  } finally {
    await store.close();
  }
}

/** Instants of a chain grow from entry to entry; those of one commit are the same. */
async function countCommits(store: Store): Promise<{ commits: number; unordered: Fault[] }> {
  const instants = new Set<string>();
  const unordered: Fault[] = [];
  let last = { area: "", recordedAt: "" };
  for (const row of await listAudit(store, {})) {
    if (row.area === last.area && row.recordedAt < last.recordedAt)
      unordered.push(faultOf("broken", `${row.area} ${row.seq}: ${row.recordedAt} after ${last.recordedAt}`));
    instants.add(row.recordedAt);
    last = row;
  }
  return { commits: instants.size, unordered };
}

/** Each duty was done once a day at most, on days that the clock has shown. */
async function duties(store: Store, days: ReadonlySet<string>): Promise<Fault[]> {
  const jobs = (await listJobs(store, { limit: 1000 })).filter(({ id }) => id !== "tidy-taken");
  const wrong = jobs.filter(({ attempts, state, status }) => attempts > 1 || (state === "done" && status !== 200));
  const faults = wrong.map(({ id, attempts, status }) =>
    faultOf("broken", `${id}: begun ${attempts} times, ${status}`),
  );
  const tidied = jobs.filter(({ kind }) => kind === "tidy").length;
  if (tidied > days.size) faults.push(faultOf("broken", `tidied ${tidied} times in ${days.size} days`));
  return faults;
}
