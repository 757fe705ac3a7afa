import { change, median, type Running, start, timed } from "./processes.ts";

const rounds = 9;

/** Time after a write, ours ÷ the plain query of the same rows sent as JSON, pair by pair. */
async function against(ours: Running, bare: Running, address: string): Promise<number> {
  const pairs: number[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    await change(ours, Date.now());
    const own = await timed(ours, [address]);
    const yardstick = await timed(bare, ["/rows"]);
    if (round >= 2) pairs.push(own / yardstick);
  }
  return median(pairs);
}

/** summary and progress after a write, over a store of 1 % of national size. */
export async function cold(place: string): Promise<{ summaryCold: number; progressCold: number }> {
  const ours = await start("ours.ts", [place]);
  const bare = await start("bare.ts", [place]);
  const summaryCold = await against(ours, bare, "/api/summary");
  const progressCold = await against(ours, bare, "/api/progress?limit=1000");
  await ours.stop();
  await bare.stop();
  return { summaryCold, progressCold };
}
