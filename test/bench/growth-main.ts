import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../support/postgres.ts";
import { type Ground, postgresGround, sqliteGround } from "./ground.ts";
import { costsOn, shares } from "./growth.ts";
import { drawGrowth, type Line, machine, record, table } from "./results.ts";

/** What was measured, in the words of the table. */
const names: Readonly<Record<string, string>> = {
  ...{ summary: "summary after a write", progress: "progress after a write, a page of 200" },
  ...{ park: "a park's page after a write", save: "46 lines of a report saved", submit: "a report handed in" },
  ...{ trial: "an assessment tried", seal: "an assessment sealed", import: "import of 100 000 figures" },
  memory: "memory after trial and seal",
};
const gigabyte = 1024 ** 3;

const round = (ratio: number): number => Number(ratio.toPrecision(3));
const shown = (name: string, cost: number): string =>
  name === "memory" ? `${(cost / gigabyte).toFixed(2)} GB` : `${Math.round(cost)} ms`;

async function measure(ground: Ground): Promise<void> {
  const costs = await costsOn(ground);
  const sizes = shares.map((share) => `${share} %`);
  for (const [key, found] of Object.entries(costs)) {
    console.log(`${ground.engine}: ${key} ${found.map((cost) => shown(key, cost)).join(", ")} at ${sizes.join(", ")}`);
  }
  const lines = Object.entries(names).map(([key, name]): Line => {
    const [smallest = 0, ...others] = costs[key] ?? [];
    return { name, ratios: [1, ...others.map((cost) => round(cost / smallest))] };
  });
  const said = table(
    [ground.engine, ...sizes],
    lines.map(({ name, ratios }) => [name, ...ratios.map(String)]),
  );
  console.log(said);
  const picture = `growth-${ground.engine}.svg`;
  drawGrowth(picture, sizes, lines);
  record(picture, `Measured on ${machine()}.\n\n${said}\n\n![${ground.engine}](${picture})`);
}

const folder = mkdtempSync(join(tmpdir(), "yuanbiao-bench-"));
try {
  await measure(sqliteGround(folder));
  const server = await startPostgres();
  await measure(postgresGround(server));
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
