import { setTimeout as sleep } from "node:timers/promises";
import type { EngineName } from "@yuanbiao/db/store";
import { fileReports, type Ledger, makeLedger } from "../load/filing.ts";
import { type Installation, install } from "../load/place.ts";
import { makeRandom } from "../load/random.ts";
import { seal } from "../load/sealing.ts";
import { type Fault, faultOf } from "../load/settle.ts";

export interface Killing {
  readonly engine: EngineName;
  readonly rounds: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface Killed {
  readonly engine: EngineName;
  readonly rounds: number;
  readonly seed: number;
  /** Writes that were acknowledged, and how often one had to be sent again. */
  readonly acknowledged: number;
  readonly repeated: number;
  readonly reports: number;
  readonly sealed: number;
  /** How often the server ended while a sealing had been asked for and not been answered. */
  readonly withinSeal: number;
  readonly auditEntries: number;
  readonly faults: readonly Fault[];
}

const clerks = 8;
const roundsPerSeal = 5;
const roundsPerCheck = 20;
/** Between a server's first answer and its end; every second time a sealing, which takes some 100, is to be met. */
const longestMilliseconds = 3000;
const sealMilliseconds = 250;
/** Answers that came before the end are taken in before the store is asked. */
const settleMilliseconds = 300;

/**
 * Ends the server by kill -9 at random instants, again and again, while people file, upload, adopt and seal; whoever got
 * no answer sends again to the next server. Then everything that was acknowledged is looked for.
 */
export async function killOften({ engine, rounds, seed, say = () => undefined }: Killing): Promise<Killed> {
  const installation = await install({ engine, runs: Math.ceil(rounds / roundsPerSeal) });
  try {
    return await killRounds(installation, { engine, rounds, seed, say });
  } finally {
    await installation.remove();
  }
}

async function killRounds(installation: Installation, { engine, rounds, seed, say }: Required<Killing>) {
  const { prepared } = installation;
  const random = makeRandom(seed);
  const [ledger, sealed, faults] = [makeLedger(), [] as string[], [] as Fault[]];
  const target = { origin: "http://127.0.0.1:1" };
  let isOver = false;
  const all = { target, prepared, ledger, isOver: () => isOver };
  const work = Array.from({ length: clerks }, (_, park) => fileReports({ ...all, park, name: `k${park}` }));
  const waiting = [...prepared.runs];
  let sealing: Promise<void> = Promise.resolve();
  let isSealing = false;
  const sealNext = async (id: string | undefined): Promise<void> => {
    if (id === undefined) return;
    isSealing = true;
    if (await seal(all, id)) sealed.push(id);
    isSealing = false;
  };
  let [done, withinSeal] = [0, 0];
  while (done < rounds && faults.length === 0) {
    const server = await installation.start();
    target.origin = server.origin;
    if (done % roundsPerSeal === 0) sealing = sealing.then(() => sealNext(waiting.shift()));
    const meetsSeal = done % (2 * roundsPerSeal) === 0;
    await sleep(random() * (meetsSeal ? sealMilliseconds : longestMilliseconds));
    if (isSealing) withinSeal += 1;
    await server.kill();
    done += 1;
    if (server.complaints() !== "") faults.push(faultOf("broken", server.complaints()));
    if (done % roundsPerCheck === 0) faults.push(...(await check(installation, { ledger, sealed, done, say })));
  }
  const last = await installation.start();
  target.origin = last.origin;
  await sealing;
  isOver = true;
  await Promise.all(work);
  await last.stop();
  const end = await installation.settle({ ledger, sealed });
  const { reports, acknowledged, auditEntries } = end;
  const known = { reports, acknowledged, repeated: ledger.repeated, sealed: sealed.length, withinSeal, auditEntries };
  return { engine, rounds: done, seed, ...known, faults: [...faults, ...end.faults] };
}

/** What is wrong at this moment, between two servers. */
async function check(
  installation: Installation,
  { ledger, sealed, done, say }: { ledger: Ledger; sealed: string[]; done: number; say: (line: string) => void },
): Promise<readonly Fault[]> {
  await sleep(settleMilliseconds);
  const { acknowledged, faults } = await installation.settle({ ledger, sealed });
  say(`${installation.engine}: ${done} rounds, ${acknowledged} acknowledged, ${faults.length} faults`);
  return faults;
}
