import { change, median, start, timed } from "./processes.ts";
import { indicatorCode, parkCode } from "./synthetic.ts";

const rounds = 15;

/** What a park's page asks for. */
function pageOf(park: string): string[] {
  return [
    `/api/areas/${park}`,
    `/api/progress?area=${park}&limit=1000`,
    `/api/series?area=${park}&indicator=${indicatorCode(0)}`,
    `/api/tasks?area=${park}`,
  ];
}

async function pageTime(folder: string): Promise<number> {
  const server = await start("ours.ts", [folder]);
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    await change(server, Date.now());
    const time = await timed(server, pageOf(parkCode(round % 20)));
    if (round >= 3) times.push(time);
  }
  await server.stop();
  return median(times);
}

/** A park's page after a write at national size ÷ the same at 1 % of it. */
export async function areaGrowth(small: string, large: string): Promise<number> {
  const before = await pageTime(small);
  const whole = await pageTime(large);
  return whole / ((before + (await pageTime(small))) / 2);
}
