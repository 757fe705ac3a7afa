// 500 people use one server for half an hour: npm run soak [-- minutes] [-- postgres]; ends with one JSON line.
import { engineNames } from "@yuanbiao/db/store";
import { type KindOfRequest, mostTimesQuiet, soak } from "./run.ts";

const given = process.argv.slice(2);
const minutes = Number(given.find((word) => /^\d+(\.\d+)?$/.test(word)) ?? 30);
const engine = engineNames.find((name) => given.includes(name)) ?? "sqlite";
const users = 500;
const pauseSeconds = 30;

const seed = Number(process.env["SOAK_SEED"] ?? Math.floor(Math.random() * 1e6));
console.log(`seed ${seed} (SOAK_SEED), ${users} users, ${minutes} minutes, ${engine}`);
const soaked = await soak({ engine, users, minutes, seed, pauseSeconds, say: (line) => console.log(line) });
const shown = ([kind, { count, quiet, quietP99, median, p99, ratio, over }]: readonly [string, KindOfRequest]) => ({
  ...{
    kind,
    count,
    "quiet p50 ms": quiet.toFixed(1),
    "quiet p99 ms": quietP99.toFixed(1),
    "p50 ms": median.toFixed(1),
  },
  ...{ "p99 ms": p99.toFixed(1), "p99 / quiet p50": ratio.toFixed(2), over },
});
console.table([...Object.entries(soaked.kinds), ["all", soaked.overall] as const].map(shown));
for (const { kind, what } of soaked.faults) console.error(`${kind}: ${what}`);
const slow = Object.entries(soaked.kinds).flatMap(([kind, { ratio }]) => (ratio <= mostTimesQuiet ? [] : [kind]));
const isMet = {
  errors: Object.keys(soaked.errors).length === 0,
  memory: soaked.megabytes.own.level && soaked.megabytes.heap.level && soaked.megabytes.secondHeap.level,
  p99: soaked.overall.ratio <= mostTimesQuiet,
  slowdown: soaked.slowdown <= mostTimesQuiet,
  p99OfEachKind: slow.length === 0,
  counts: soaked.faults.length === 0,
};
const { kinds, faults, ...figures } = soaked;
const ratios = Object.fromEntries(Object.entries(kinds).map(([kind, { ratio }]) => [kind, Number(ratio.toFixed(2))]));
console.log(JSON.stringify({ soak: { ...figures, ratios, slow, faults: faults.length, isMet } }));
process.exit(Object.values(isMet).every(Boolean) ? 0 : 1);
