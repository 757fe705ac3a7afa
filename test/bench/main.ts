import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import { areaGrowth } from "./area-growth.ts";
import { cold } from "./cold.ts";
import { fill } from "./fill.ts";
import { importing } from "./import.ts";
import { matrixFrames } from "./matrix.ts";
import { scoring } from "./score.ts";
import { national, type Size } from "./synthetic.ts";
import { warm } from "./warm.ts";

const folder = mkdtempSync(join(tmpdir(), "yuanbiao-bench-"));
const small: Size = { ...national, parks: national.parks / 100 };

async function filled(name: string, size: Size): Promise<string> {
  const place = join(folder, name);
  const store = await openStore({ dataDir: place });
  const begin = performance.now();
  await fill(store, size);
  await store.close();
  const figures = size.parks * size.indicators * size.years * 4;
  console.log(`${name}: ${figures} made-up figures in ${Math.round((performance.now() - begin) / 1000)} s`);
  return place;
}

const round = (ratio: number): number => Math.round(ratio * 1000) / 1000;

try {
  const { bytes, summaryWarm, progressWarm } = await warm();
  console.log(`kept answers: ${JSON.stringify(bytes)} bytes`);
  const one = await filled("one-percent", small);
  const { summaryCold, progressCold } = await cold(one);
  const frames = await matrixFrames(join(folder, "matrix"));
  console.log(
    `matrix of ${frames.cells} cells, scrolled: frames of ${frames.median} ms, the longest ${frames.longest} ms`,
  );
  const imported = await importing(folder);
  console.log(imported.said);
  const scored = scoring();
  console.log(scored.said);
  const whole = await filled("national", national);
  const ratios = {
    ...{ summaryWarm, progressWarm, summaryCold, progressCold },
    ...{ import: imported.ratio, score: scored.ratio, areaGrowth: await areaGrowth(one, whole) },
  };
  const rounded = Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, round(ratio)]));
  console.log(JSON.stringify({ ratios: rounded }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
