import { mkdirSync } from "node:fs";
import { z } from "zod";
import type { Ground } from "./ground.ts";
import { type Peer, startPeer } from "./peer-program.ts";
import { exportTo } from "./peer-rows.ts";
import { type Answering, asked, change, median, type Running, rate, start, timed } from "./processes.ts";
import { parkCode } from "./synthetic.ts";

const rounds = { warm: 5, cold: 15 };
/** The park whose figures the writes between two questions change. */
const park = parkCode(0);
/** The same question twice: every target in force of one park with the newest figure that it is measured by. */
const questions = {
  ours: `/api/progress?area=${park}&limit=1000`,
  peer: [
    `/items/target?filter[area][_eq]=${park}&sort=id&limit=1000&fields=*,figures.*`,
    "deep[figures][_sort]=-period_end&deep[figures][_limit]=1",
  ].join("&"),
};

const Ours = z.object({
  items: z.array(z.object({ target: z.object({ id: z.string() }), actual: z.object({ value: z.string() }) })),
});
const Theirs = z.object({
  data: z.array(z.object({ id: z.string(), figures: z.tuple([z.object({ value: z.string() })]) })),
});

/** Both must give the same targets with the same figures. */
async function compare(ours: Running, peer: Peer): Promise<number> {
  const { items } = Ours.parse(await (await asked(ours, questions.ours)).json());
  const { data } = Theirs.parse(await (await asked(peer, questions.peer)).json());
  const told = new Map(data.map(({ id, figures: [figure] }) => [id, figure.value]));
  const same = items.filter(({ target, actual }) => told.get(target.id) === actual.value).length;
  if (same === 0 || same !== items.length || same !== data.length) {
    throw new Error(`the same for ${same} of ${items.length} and ${data.length} targets`);
  }
  return same;
}

async function warmRatio(ours: Answering, peer: Answering): Promise<number> {
  const pairs: number[] = [];
  await rate(ours, questions.ours);
  await rate(peer, questions.peer);
  for (let round = 0; round < rounds.warm; round += 1) {
    const limit = await rate(peer, questions.peer);
    pairs.push((await rate(ours, questions.ours)) / limit);
  }
  return median(pairs);
}

/** Time after a write, the platform's ÷ ours: how often ours is done while the other answers once. */
async function coldRatio(ours: Running, peer: Peer): Promise<number> {
  const pairs: number[] = [];
  for (let round = 0; round < rounds.cold + 3; round += 1) {
    await peer.send("PATCH", `/items/figure/${parkCode(0)}.0000.0000`, { value: String(100 + round) });
    const limit = await timed(peer, [questions.peer]);
    await change(ours, Date.now());
    const own = await timed(ours, [questions.ours]);
    if (round >= 3) pairs.push(limit / own);
  }
  return median(pairs);
}

/** The question by requests per second, ours ÷ a general data platform's over the same rows on the same engine. */
export async function peerRatio(ground: Ground, own: string, folder: string): Promise<{ ratio: number; said: string }> {
  const place = await ground.make();
  for (const needed of [folder, ...(ground.engine === "sqlite" ? [place] : [])]) mkdirSync(needed, { recursive: true });
  const peer = await startPeer(place, folder);
  try {
    await exportTo(peer, own, place);
    const ours = await start("ours.ts", [own]);
    try {
      const targets = await compare(ours, peer);
      const kept = await warmRatio(ours, peer);
      const ratio = await warmRatio(ours, { ...peer, headers: { ...peer.headers, "cache-control": "no-store" } });
      const cold = await coldRatio(ours, peer);
      const warm = `warm ${ratio.toFixed(1)} against answers made each time, ${kept.toFixed(1)} against its cache switched on`;
      return { ratio, said: `peer: ${targets} targets with their newest figures: ${warm}; cold ${cold.toFixed(2)}` };
    } finally {
      await ours.stop();
    }
  } finally {
    await peer.stop();
    await ground.remove(place);
  }
}
