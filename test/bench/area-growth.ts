import { change, median, type Running, start, timed } from "./processes.ts";
import { indicatorCode, parkCode } from "./synthetic.ts";

const rounds = 15;
const warmUp = 3;

/** What a park's page asks for. */
export function pageOf(park: string): string[] {
  return [
    `/api/areas/${park}`,
    `/api/progress?area=${park}&limit=1000`,
    `/api/series?area=${park}&indicator=${indicatorCode(0)}`,
    `/api/tasks?area=${park}`,
  ];
}

async function pageTime(server: Running, round: number): Promise<number> {
  await change(server, Date.now());
  return timed(server, pageOf(parkCode(round % 20)));
}

/** A park's page after a write at national size ÷ the same at 1 % of it, pair by pair. */
export async function areaGrowth(small: string, large: string): Promise<number> {
  const servers = { small: await start("ours.ts", [small]), large: await start("ours.ts", [large]) };
  const pairs: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const before = await pageTime(servers.small, round);
    const whole = await pageTime(servers.large, round);
    if (round >= warmUp) pairs.push(whole / before);
  }
  await servers.small.stop();
  await servers.large.stop();
  return median(pairs);
}
