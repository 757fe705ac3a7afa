import { fuzz, newTally, type Tally } from "./run.ts";
import { postgresTemplate, sqliteTemplate } from "./template.ts";

const makers = { sqlite: sqliteTemplate, postgres: postgresTemplate };
const mostTold = 20;

function wholeNumber(text: string | undefined, usual: number): number {
  const number = Number(text ?? usual);
  return Number.isSafeInteger(number) && number > 0 ? number : usual;
}

const requests = wholeNumber(process.argv[2] ?? process.env.FUZZ_REQUESTS, 100_000);
const seed = wholeNumber(process.env.FUZZ_SEED, Date.now() % 1_000_000_000);
const engines = (process.env.FUZZ_ENGINES ?? "sqlite,postgres")
  .split(",")
  .filter((name) => Object.hasOwn(makers, name));
console.log(`FUZZ_SEED=${seed}, ${requests} requests`);

function tell({ faults, routes }: Tally): void {
  for (const { amiss, ...fault } of faults.slice(0, mostTold)) {
    console.log(`\n${amiss.join("\n")}\n  FUZZ_SEED=${fault.seed} FUZZ_ENGINES=${fault.engine} npm run fuzz -- 1000`);
    console.log(`  ${JSON.stringify(fault.request)}`);
  }
  const undone = [...routes].filter(([, { done }]) => done === 0).map(([name, { asked }]) => `${name} (${asked})`);
  console.log(`routes that never answered 2xx: ${undone.length === 0 ? "none" : undone.join(", ")}`);
}

const tally = newTally();
let isStopped = false;
process.once("SIGINT", () => {
  isStopped = true;
  console.log("stops after this copy of the store");
});
const told = 10_000;
const tellProgress = (done: number): boolean => {
  if (done % told === 0) console.log(`  ${done} requests, ${tally.faults.length} faults`);
  return !isStopped;
};
const byEngine: Record<string, number> = {};
for (const name of engines) {
  const template = await (name === "postgres" ? makers.postgres() : makers.sqlite());
  const before = tally.requests;
  const begin = performance.now();
  await fuzz(template, tally, { seed, requests: Math.ceil(requests / engines.length), tell: tellProgress });
  await template.close();
  byEngine[name] = tally.requests - before;
  console.log(`${name}: ${byEngine[name]} requests in ${Math.round((performance.now() - begin) / 1000)} s`);
}
tell(tally);
const byStatus = Object.fromEntries([...tally.byStatus].sort(([a], [b]) => a - b));
const figures = { requests: tally.requests, routes: tally.routes.size, byStatus, faults: tally.faults.length };
console.log(JSON.stringify({ fuzz: { ...figures, engines: byEngine, seed } }));
process.exit(tally.faults.length === 0 ? 0 : 1);
