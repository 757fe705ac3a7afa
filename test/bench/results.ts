import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { palette, textStyle } from "@yuanbiao/server/chart/palette";
import { renderSvg } from "@yuanbiao/server/chart/render";

const file = join(import.meta.dirname, "RESULTS.md");

/** Results are kept only where that is asked for: `npm run bench -- --record`. */
const isKept = process.argv.includes("--record");

/** The machine in words that tell nothing of whose it is. */
export function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = cpus()[0]?.model.replaceAll(/\s+/g, " ").trim() ?? "unknown";
  return `${availableParallelism()} cores (${model}), ${memory} GB of memory, ${type()} ${release().split("-")[0]}, Node ${process.versions.node}`;
}

/** Puts a text between the two marks of its name in RESULTS.md. */
export function record(name: string, text: string): void {
  if (!isKept) return;
  const whole = readFileSync(file, "utf8");
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = [whole.indexOf(from), whole.indexOf(to)];
  if (before === -1 || rest === -1) throw new Error(`RESULTS.md has no place for ${name}`);
  writeFileSync(file, `${whole.slice(0, before + from.length)}\n\n${text}\n\n${whole.slice(rest)}`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const texts = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...texts.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

export interface Line {
  readonly name: string;
  /** Times the cost at the smallest size. */
  readonly ratios: readonly number[];
}

/** How often the cost at the smallest size each larger size costs, as bars on a logarithmic scale. */
export function drawGrowth(picture: string, sizes: readonly string[], lines: readonly Line[]): void {
  if (!isKept) return;
  const shades = [palette.lineStrong, palette.accent];
  const series = sizes.slice(1).map((size, at) => ({
    ...{ type: "bar", name: size, itemStyle: { color: shades[at] }, barWidth: 14 },
    data: lines.map(({ ratios }) => ratios[at + 1]),
    label: { ...textStyle, show: true, position: "right", fontSize: 12, formatter: `{a}: {c}×` },
  }));
  const option = {
    textStyle,
    grid: { left: 12, right: 90, top: 12, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "log", min: 0.5, axisLabel: { ...textStyle, fontSize: 12, formatter: "{value}×" } },
    yAxis: { type: "category", inverse: true, data: lines.map(({ name }) => name), axisTick: { show: false } },
    series,
  };
  const svg = renderSvg({ option, width: 760, height: 40 + lines.length * 48 });
  writeFileSync(join(import.meta.dirname, picture), `${svg}\n`);
}
