import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import autocannon from "autocannon";
import { fill } from "./fill.ts";
import { median, type Running, start } from "./processes.ts";

const rounds = 5;
const seconds = 2;

async function rate({ origin, cookie }: Running, address: string): Promise<number> {
  const url = origin + address;
  const headers = { "accept-encoding": "identity", cookie };
  const result = await autocannon({ url, headers, connections: 32, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

/** Requests per second of a kept answer, ours ÷ a bare node:http server sending the same bytes and headers. */
export async function warm(): Promise<{ summaryWarm: number; progressWarm: number; bytes: Record<string, number> }> {
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-bench-"));
  const store = await openStore({ dataDir: folder });
  await fill(store, { parks: 1, indicators: 10, years: 10 });
  await store.close();
  const ours = await start("ours.ts", [folder]);
  const addresses = { summaryWarm: "/api/summary", progressWarm: "/api/progress" };
  const answers = await Promise.all(
    Object.values(addresses).map(async (address) => {
      const response = await fetch(ours.origin + address, {
        headers: { "accept-encoding": "identity", cookie: ours.cookie },
      });
      const own = new Set(["connection", "date", "keep-alive", "transfer-encoding"]);
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.has(name)));
      return { address, headers, body: Buffer.from(await response.arrayBuffer()).toString("base64") };
    }),
  );
  const file = join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  const bare = await start("bare.ts", ["", file]);
  const ratios: Record<string, number> = {};
  for (const [name, address] of Object.entries(addresses)) {
    const pairs: number[] = [];
    await rate(ours, address);
    await rate({ ...bare, cookie: ours.cookie }, address);
    for (let round = 0; round < rounds; round += 1) {
      const limit = await rate({ ...bare, cookie: ours.cookie }, address);
      pairs.push((await rate(ours, address)) / limit);
    }
    ratios[name] = median(pairs);
  }
  await ours.stop();
  await bare.stop();
  const bytes = Object.fromEntries(answers.map(({ address, body }) => [address, Buffer.from(body, "base64").length]));
  return { summaryWarm: ratios["summaryWarm"] ?? 0, progressWarm: ratios["progressWarm"] ?? 0, bytes };
}
