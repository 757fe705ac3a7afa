import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

/** A published series at equal steps without a gap, oldest first. */
export interface PublicSeries {
  readonly name: string;
  readonly spacing: "year" | "quarter";
  /** The year of the first value, which is its first quarter where there are quarters. */
  readonly from: number;
  readonly values: readonly number[];
}

const require = createRequire(import.meta.url);
const data = join(dirname(require.resolve("vega-datasets")), "..", "data");
const read = (file: string): string => readFileSync(join(data, file), "utf8");

function columnsOf(file: string): Map<string, string[]> {
  const [head = [], ...rows] = read(file)
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  return new Map(head.map((name, index) => [name, rows.map((row) => row[index] ?? "")]));
}

function column(columns: Map<string, string[]>, name: string): string[] {
  const found = columns.get(name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

/** The first of the longest runs of values that are large enough to be kept, with the index of its start. */
function longestRun(values: readonly number[], least: number): { start: number; values: number[] } {
  let best: { start: number; values: number[] } = { start: 0, values: [] };
  let start = 0;
  for (let index = 0; index <= values.length; index++) {
    if ((values[index] ?? Number.NEGATIVE_INFINITY) >= least) continue;
    if (index - start > best.values.length) best = { start, values: values.slice(start, index) };
    start = index + 1;
  }
  return best;
}

const firstFiscalYear = 1977;
const lastActualYear = 2014;
const fiscalYears = Array.from({ length: lastActualYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
/** Thousand dollars: accounts are rounded to millions, so smaller ones are mostly rounding. */
const leastReceipt = 10_000;

/**
 * Receipts of the United States' federal government by account (Office of Management and Budget, budget of 2016):
 * taxes, duties, contributions, fees and fines. From the first fiscal year that ends in September to the last that is
 * no projection; accounts with 15 years or more in a row.
 */
function receipts(): PublicSeries[] {
  const rows = z.array(z.record(z.string(), z.union([z.string(), z.number()]))).parse(JSON.parse(read("budget.json")));
  const accounts = new Map<string, number[]>();
  for (const row of rows) {
    const name = String(row["Account name"]);
    const before = accounts.get(name) ?? fiscalYears.map(() => 0);
    const amounts = fiscalYears.map((year) => Number(String(row[String(year)]).replaceAll(",", "")));
    accounts.set(
      name,
      before.map((sum, index) => sum + (amounts[index] ?? 0)),
    );
  }
  return [...accounts].flatMap(([name, amounts]) => {
    const { start, values } = longestRun(amounts, leastReceipt);
    if (values.length < 15) return [];
    return [{ name: `budget/${name}`, spacing: "year", from: firstFiscalYear + start, values }];
  });
}

/** People employed by sector at the end of each quarter, seasonally adjusted (Bureau of Labor Statistics), 2006–2015. */
function employment(): PublicSeries[] {
  const columns = columnsOf("us-employment.csv");
  const isQuarterEnd = column(columns, "month").map((day) => Number(day.slice(5, 7)) % 3 === 0);
  const sectors = [...columns].filter(([name]) => name !== "month" && name !== "nonfarm_change");
  return sectors.map(([name, counts]) => {
    const values = counts.filter((_, index) => isQuarterEnd[index]).map(Number);
    return { name: `employment/${name}`, spacing: "quarter", from: 2006, values };
  });
}

/** Electricity generated in Iowa by source (Energy Information Administration), 2001–2017. */
function electricity(): PublicSeries[] {
  const columns = columnsOf("iowa-electricity.csv");
  const sources = column(columns, "source");
  const amounts = column(columns, "net_generation").map(Number);
  return [...new Set(sources)].map((source) => {
    const values = amounts.filter((_, index) => sources[index] === source);
    return { name: `iowa/${source}`, spacing: "year", from: 2001, values };
  });
}

/** Miles driven for each person and the price of petrol in the United States, 1956–2010. */
function driving(): PublicSeries[] {
  const Row = z.object({ year: z.number(), miles: z.number(), gas: z.number() });
  const rows = z.array(Row).parse(JSON.parse(read("driving.json")));
  const sorted = rows.toSorted((a, b) => a.year - b.year);
  const from = sorted[0]?.year ?? 0;
  return [
    { name: "driving/miles", spacing: "year", from, values: sorted.map(({ miles }) => miles) },
    { name: "driving/gas", spacing: "year", from, values: sorted.map(({ gas }) => gas) },
  ];
}

/** Carbon dioxide in the air each December, seasonally adjusted (Scripps), and the world's temperature anomaly since 1900 (NASA). */
function climate(): PublicSeries[] {
  const air = columnsOf("co2-concentration.csv");
  const days = column(air, "Date");
  const isDecember = days.map((day) => day.slice(5, 7) === "12");
  const carbon = column(air, "adjusted CO2").filter((_, index) => isDecember[index]);
  const world = columnsOf("global-temp.csv");
  const from = 1900;
  const anomalies = column(world, "temp").filter((_, index) => Number(column(world, "year")[index]) >= from);
  return [
    { name: "co2", spacing: "year", from: Number(days[0]?.slice(0, 4)), values: carbon.map(Number) },
    { name: "temp", spacing: "year", from, values: anomalies.map(Number) },
  ];
}

const byName = (a: PublicSeries, b: PublicSeries): number => (a.name < b.name ? -1 : 1);

/**
 * Every second series by name. Method and constants of the forecast were chosen by how they did on the first, third …;
 * the backtest scores the others.
 */
export function publicSeries(half: "tuning" | "scored"): PublicSeries[] {
  const all = [...receipts(), ...employment(), ...electricity(), ...driving(), ...climate()].sort(byName);
  return all.filter((_, index) => index % 2 === (half === "tuning" ? 0 : 1));
}
