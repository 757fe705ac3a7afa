// The fault suite: npm run faults [-- rounds]; ends with one JSON line, and with 1 where anything is lost, half or broken.
import { type Fault, faultKinds } from "../load/settle.ts";
import { jumpClock } from "./clock.ts";
import { crowd } from "./crowd.ts";
import { fillDisk, mayMount } from "./disk.ts";
import { killOften } from "./kill.ts";
import { openReleased } from "./released.ts";
import { tearFiles } from "./tear.ts";

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 200);
const seed = Number(process.env["FAULTS_SEED"] ?? Math.floor(Math.random() * 1e6));
console.log(`seed ${seed} (FAULTS_SEED), ${rounds} rounds of kill -9, half of them on each engine`);

const all: Fault[] = [];
const figures: Record<string, object> = {};

async function part(name: string, work: () => Promise<{ readonly faults: readonly Fault[] }>): Promise<void> {
  const begin = performance.now();
  const { faults, ...rest } = await work().catch((error: unknown) => ({
    faults: [{ kind: "broken" as const, what: error instanceof Error ? String(error.stack) : String(error) }],
  }));
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`${name}: ${JSON.stringify(rest)}, ${faults.length} faults, ${seconds} s`);
  for (const { kind, what } of faults) console.error(`${name}: ${kind}: ${what}`);
  figures[name] = rest;
  all.push(...faults);
}

const say = (line: string): void => console.log(line);
for (const engine of ["sqlite", "postgres"] as const) {
  await part(`kill on ${engine}`, () => killOften({ engine, rounds: Math.ceil(rounds / 2), seed, say }));
}
if (await mayMount()) await part("disk", fillDisk);
else console.log("disk: skipped, as this machine lets nobody mount a file system (unshare -m, mount -t tmpfs)");
for (const engine of ["sqlite", "postgres"] as const) await part(`clock on ${engine}`, () => jumpClock(engine));
await part("released versions", openReleased);
await part("torn files", tearFiles);
await part("crowd", () => crowd({ slow: 200, connections: 1000, waits: true }));
const counts = Object.fromEntries(faultKinds.map((kind) => [kind, all.filter((fault) => fault.kind === kind).length]));
console.log(JSON.stringify({ faults: { seed, rounds, ...figures, ...counts } }));
process.exit(all.length === 0 ? 0 : 1);
