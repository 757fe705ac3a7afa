import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../support/postgres.ts";
import { areaGrowth } from "./area-growth.ts";
import { cold } from "./cold.ts";
import { fill } from "./fill.ts";
import { type Ground, openPlace, postgresGround, sqliteGround } from "./ground.ts";
import { importing } from "./import.ts";
import { matrixFrames } from "./matrix.ts";
import { peerRatio } from "./peer.ts";
import { machine, record, table } from "./results.ts";
import { scoring } from "./score.ts";
import { national, type Size } from "./synthetic.ts";
import { warm } from "./warm.ts";

const folder = mkdtempSync(join(tmpdir(), "yuanbiao-bench-"));
const small: Size = { ...national, parks: national.parks / 100 };

/** What the peer's line says beside its ratio. */
const notes: string[] = [];
type Ratios = Readonly<Record<string, number | null>>;

async function filled(ground: Ground, size: Size): Promise<string> {
  const place = await ground.make();
  const store = await openPlace(place);
  const begin = performance.now();
  await fill(store, size);
  await store.close();
  await ground.settle(place);
  const figures = size.parks * size.indicators * size.years * 4;
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`${ground.engine}: ${figures} made-up figures in ${seconds} s`);
  return place;
}

/** Null where the platform cannot be had here; then it is said why. */
async function againstPeer(ground: Ground, own: string): Promise<number | null> {
  try {
    const { ratio, said } = await peerRatio(ground, own, join(folder, `peer-${ground.engine}`));
    console.log(`${ground.engine}: ${said}`);
    notes.push(`- ${ground.engine}: ${said}`);
    return ratio;
  } catch (error) {
    console.log(`${ground.engine}: no peer: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function measure(ground: Ground, score: number): Promise<Ratios> {
  const { bytes, summaryWarm, progressWarm } = await warm(ground);
  console.log(`${ground.engine}: kept answers of ${JSON.stringify(bytes)} bytes`);
  const one = await filled(ground, small);
  const { summaryCold, progressCold } = await cold(one);
  const imported = await importing(ground);
  console.log(`${ground.engine}: ${imported.said}`);
  const peer = await againstPeer(ground, one);
  const whole = await filled(ground, national);
  const growth = await areaGrowth(one, whole);
  for (const place of [one, whole]) await ground.remove(place);
  return {
    ...{ summaryWarm, progressWarm, summaryCold, progressCold },
    ...{ import: imported.ratio, score, areaGrowth: growth, peer },
  };
}

const rounded = (ratios: Ratios): Ratios =>
  Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, ratio && Math.round(ratio * 1000) / 1000]));

/** The lines that programs read come last. */
function tell(sqlite: Ratios, postgres: Ratios): void {
  const rows = Object.keys(sqlite).map((name) => [
    name,
    ...[sqlite, postgres].map((ratios) => ratios[name]?.toFixed(2) ?? "—"),
  ]);
  record(
    "ratios",
    `Measured on ${machine()}.\n\n${table(["name", "SQLite", "PostgreSQL"], rows)}\n\n${notes.join("\n")}`,
  );
  console.log(JSON.stringify({ postgres: rounded(postgres) }));
  console.log(JSON.stringify({ ratios: rounded(sqlite) }));
}

try {
  const frames = await matrixFrames(join(folder, "matrix"));
  console.log(
    `matrix of ${frames.cells} cells, scrolled: frames of ${frames.median} ms, the longest ${frames.longest} ms`,
  );
  const scored = scoring();
  console.log(scored.said);
  const server = await startPostgres();
  const postgres = await measure(postgresGround(server), scored.ratio);
  await server.stop();
  const ratios = await measure(sqliteGround(folder), scored.ratio);
  tell(ratios, postgres);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
