import type { Store } from "@yuanbiao/db/store";
import { z } from "zod";
import { pageOf } from "./area-growth.ts";
import { fill, fillAreas } from "./fill.ts";
import { type Ground, openPlace } from "./ground.ts";
import { importInto, openRound } from "./import.ts";
import { change, launch, median, message, type Running, start, timed } from "./processes.ts";
import { national, parkCode, type Size } from "./synthetic.ts";

export const shares = [1, 10, 100] as const;
const rounds = 3;
const importRounds = ["2026Q1", "2025Q4", "2025Q3"];
const Assessed = z.object({
  ...{ save: z.number(), submit: z.number(), trial: z.number(), seal: z.number(), memory: z.number() },
});

/** What something costs at each size, in the order of the sizes; milliseconds, and bytes of `memory`. */
export type Costs = Readonly<Record<string, readonly number[]>>;

interface Sized {
  readonly size: Size;
  readonly place: string;
}

async function makeSized(ground: Ground, share: number): Promise<Sized> {
  const size = { ...national, parks: (national.parks * share) / 100 };
  const place = await ground.make();
  const store = await openPlace(place);
  await fill(store, size);
  await store.close();
  await ground.settle(place);
  console.log(`${ground.engine}: ${size.parks} parks`);
  return { size, place };
}

/** Medians by size of what is done in turn at all of them, so that what else the machine does meets all alike. */
async function inTurn<T>(
  places: readonly T[],
  turns: { readonly warmUp: number; readonly counted: number },
  measure: (place: T, turn: number) => Promise<number>,
): Promise<number[]> {
  const times = places.map((): number[] => []);
  for (let turn = 0; turn < turns.warmUp + turns.counted; turn += 1) {
    for (const [at, place] of places.entries()) {
      const time = await measure(place, turn);
      if (turn >= turns.warmUp) times[at]?.push(time);
    }
  }
  return times.map(median);
}

async function reads(stores: readonly Sized[]): Promise<Costs> {
  const servers: Running[] = [];
  for (const { place } of stores) servers.push(await start("ours.ts", [place]));
  const afterWrite = (counted: number, addresses: (turn: number) => readonly string[]) =>
    inTurn(servers, { warmUp: 1, counted }, async (ours, turn) => {
      await change(ours, Date.now());
      return timed(ours, addresses(turn));
    });
  const progress = await afterWrite(rounds, () => ["/api/progress?limit=200"]);
  const park = await afterWrite(rounds * 3, (turn) => pageOf(parkCode(turn)));
  // Takes a minute at national size.
  const summary = await afterWrite(1, () => ["/api/summary"]);
  for (const ours of servers) await ours.stop();
  return { summary, progress, park };
}

async function assessments(stores: readonly Sized[]): Promise<Costs> {
  const found: z.infer<typeof Assessed>[] = [];
  for (const { place, size } of stores) {
    found.push(Assessed.parse(await message(launch("growth-assess.ts", [place, String(size.parks)]))));
  }
  return {
    ...{ save: found.map(({ save }) => save), submit: found.map(({ submit }) => submit) },
    ...{ trial: found.map(({ trial }) => trial), seal: found.map(({ seal }) => seal) },
    memory: found.map(({ memory }) => memory),
  };
}

/** An office's upload of 100 000 figures of all parks; those that hold no figures are there by name alone. */
async function imports(stores: readonly Sized[]): Promise<Costs> {
  const opened: Store[] = [];
  for (const { place, size } of stores) {
    const store = await openPlace(place);
    await fillAreas(store, size.parks, national.parks);
    opened.push(store);
  }
  const turns = { warmUp: 0, counted: importRounds.length };
  const times = await inTurn(opened, turns, async (store, turn) => {
    const code = importRounds[turn] ?? "";
    await openRound(store, code);
    return (await importInto(store, code)).milliseconds;
  });
  for (const store of opened) await store.close();
  return { import: times };
}

/** What things cost over stores of the shares of national size. */
export async function costsOn(ground: Ground): Promise<Costs> {
  const stores: Sized[] = [];
  for (const share of shares) stores.push(await makeSized(ground, share));
  const costs = { ...(await reads(stores)), ...(await assessments(stores)), ...(await imports(stores)) };
  for (const { place } of stores) await ground.remove(place);
  return costs;
}
