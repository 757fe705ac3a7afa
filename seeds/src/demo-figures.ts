import type { Observation } from "@yuanbiao/core/observation";
import { makePeriod, yearPeriod } from "@yuanbiao/core/period";
import { exact, roundTo } from "@yuanbiao/core/quantity";
import { demoIndicators, demoLines } from "./demo-indicators.ts";
import { demoParks } from "./demo-places.ts";

/** Where each park begins: output a quarter (亿元), share of new industries (%), high-tech firms, people employed. */
const starts: Readonly<Record<string, readonly [number, number, number, number]>> = {
  "yx-hitech": [182, 31, 210, 68_000],
  "yx-river": [146, 22, 122, 51_500],
  "yx-north": [88, 15, 61, 30_200],
  "yx-port": [64, 12, 34, 18_900],
  "yx-green": [37, 27, 45, 9_600],
  "yx-lake": [29, 46, 88, 14_300],
};
const seasons = [0.86, 1, 1.02, 1.12] as const;

/** A number between −1 and 1 that depends on nothing but its text: the demonstration is the same every time. */
function waver(text: string): number {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return ((hash >>> 0) / 2 ** 32) * 2 - 1;
}

/** The made-up value of an indicator in a quarter, counted from the first year on. */
export function demoValue(park: string, indicator: string, quarter: number): string {
  const [output, share, firms, people] = starts[park] ?? [50, 20, 50, 20_000];
  const driftOf = (code: string): number => 1 + 0.019 * quarter + 0.012 * waver(`${park} ${code} ${quarter}`);
  const season = seasons[quarter % 4] ?? 1;
  // One total for all that are parts of it: a share must be what its two parts give.
  const total = output * driftOf("yx-output") * season;
  const part = share + 0.32 * quarter + 0.4 * waver(`${park} share ${quarter}`);
  const values: Readonly<Record<string, number>> = {
    "yx-output": total,
    "yx-new-output": (total * part) / 100,
    "yx-new-share": part,
    "yx-rd": total * (0.021 + 0.0003 * quarter),
    "yx-hightech": firms * (1 + 0.026 * quarter),
    "yx-incubators": 1 + firms / 40 + quarter / 5,
    "yx-patents": firms * 0.42 * season * driftOf(indicator),
    "yx-new-firms": Math.max(0, firms * 0.035 + 1.4 * waver(`${park} new ${quarter}`)),
    "yx-jobs": people * (1 + 0.006 * quarter),
  };
  const found = demoIndicators.find(({ code }) => code === indicator);
  return roundTo(String(values[indicator] ?? 0), found?.decimals ?? 0);
}

interface Place {
  readonly park: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
  readonly publishedOn: string;
}

function figure({ park, indicator, period, value, publishedOn }: Place): Observation {
  return {
    id: `${park}.${indicator}.${period}`.replaceAll("yx-", ""),
    ...{ area: park, indicator, caliber: "yx-park", period, periodBasis: "stated", state: "value", value },
    ...{ text: null, textEn: null, unit: demoIndicators.find(({ code }) => code === indicator)?.unit ?? "" },
    ...{ qualifier: "=", stage: period.length === 4 ? "annual" : "progress", role: "reported" },
    ...{ reportedGrowth: null, priorComparable: null, document: "yx-bulletin", clause: null, publishedOn },
    ...{ class: "public", enterprises: null, note: null, noteEn: null },
  };
}

const additive = ["yx-output", "yx-new-output", "yx-rd", "yx-patents", "yx-new-firms"];

/** Every quarter from the first year until (not including) one, and the years that are whole. */
export function demoFigures(firstYear: number, untilQuarter: number): Observation[] {
  const quarters = Array.from({ length: untilQuarter }, (_, quarter) => quarter);
  return demoParks.flatMap((park) =>
    demoLines.flatMap((indicator) => [
      ...quarters.map((quarter) => {
        const first = firstYear * 12 + quarter * 3;
        const { code, end } = makePeriod(first, first + 2);
        const value = demoValue(park, indicator, quarter);
        return figure({ park, indicator, period: code, value, publishedOn: end });
      }),
      ...wholeYears(untilQuarter).map((year) => {
        const period = yearPeriod(firstYear + year);
        const value = demoYear(park, indicator, year);
        return figure({ park, indicator, period: period.code, value, publishedOn: period.end });
      }),
    ]),
  );
}

function wholeYears(untilQuarter: number): number[] {
  return Array.from({ length: Math.floor(untilQuarter / 4) }, (_, year) => year);
}

/** The made-up value of a whole year, counted from the first one on: its quarters together, their ratio, or its last state. */
export function demoYear(park: string, indicator: string, year: number): string {
  const share = demoIndicators.find(({ code }) => code === indicator);
  if (share?.numerator != null && share.denominator !== null) {
    const [part, whole] = [share.numerator, share.denominator].map((code) => exact(demoYear(park, code, year)));
    return part === undefined || whole === undefined ? "0" : roundTo(part.times(100).div(whole), share.decimals);
  }
  const values = [0, 1, 2, 3].map((quarter) => demoValue(park, indicator, year * 4 + quarter));
  if (additive.includes(indicator)) {
    return values.reduce((sum, value) => sum.plus(value), exact("0")).toFixed();
  }
  return values.at(-1) ?? "0";
}
