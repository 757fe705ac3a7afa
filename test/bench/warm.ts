import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill } from "./fill.ts";
import { type Ground, openPlace } from "./ground.ts";
import { asked, median, type Running, rate, start } from "./processes.ts";

const rounds = 5;
/** What node:http puts there by itself. */
const own = new Set(["connection", "date", "keep-alive", "transfer-encoding"]);

interface Answer {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function answerOf(ours: Running, address: string): Promise<Answer> {
  const response = await asked(ours, address);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.has(name)));
  return { address, headers, body: Buffer.from(await response.arrayBuffer()).toString("base64") };
}

async function pairs(ours: Running, bare: Running, address: string): Promise<number> {
  const found: number[] = [];
  await rate(ours, address);
  await rate(bare, address);
  for (let round = 0; round < rounds; round += 1) {
    const limit = await rate(bare, address);
    found.push((await rate(ours, address)) / limit);
  }
  return median(found);
}

/** Requests per second of a kept answer, ours ÷ a bare node:http server sending the same bytes and headers. */
export async function warm(
  ground: Ground,
): Promise<{ summaryWarm: number; progressWarm: number; bytes: Record<string, number> }> {
  const place = await ground.make();
  const store = await openPlace(place);
  await fill(store, { parks: 1, indicators: 10, years: 10 });
  await store.close();
  const ours = await start("ours.ts", [place]);
  const answers = [await answerOf(ours, "/api/summary"), await answerOf(ours, "/api/progress")];
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-bench-"));
  const file = join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  const bare = { ...(await start("bare.ts", ["", file])), headers: ours.headers };
  const summaryWarm = await pairs(ours, bare, "/api/summary");
  const progressWarm = await pairs(ours, bare, "/api/progress");
  await ours.stop();
  await bare.stop();
  rmSync(folder, { recursive: true });
  const bytes = Object.fromEntries(answers.map(({ address, body }) => [address, Buffer.from(body, "base64").length]));
  return { summaryWarm, progressWarm, bytes };
}
