import { type Bearing, type Figure, isProvisional } from "@yuanbiao/core/bearing";
import { getPeriod, makePeriod } from "@yuanbiao/core/period";
import { growthOf } from "@yuanbiao/core/roll-up";
import { listObservations, listVersionsOfObservations } from "@yuanbiao/db/queries/observation";
import type { Context } from "../context.ts";
import type { TrackingQuestion } from "../tracking.ts";
import { type ConflictIndex, observationView } from "../wire/observation.ts";
import { areaRef, caliberRef, indicatorRef, type Speech } from "../wire/speech.ts";
import type { SeriesView } from "./shape.ts";

export interface LinesQuestion {
  readonly query: { readonly area: string; readonly indicator: string; readonly caliber?: string | undefined };
  readonly on: string;
  readonly question: TrackingQuestion;
  readonly bearings: readonly Bearing[];
  readonly conflicts: ConflictIndex;
}

type Line = SeriesView["lines"][number];

/** 推算(名义) growth over the like period a year before, on the same line; exact positive figures only. */
function nominalGrowth(figure: Figure, line: readonly Figure[]): string | null {
  const period = getPeriod(figure.period);
  const before = makePeriod(period.firstMonth - 12, period.lastMonth - 12).code;
  const prior = line.find((other) => other.period === before);
  if (prior === undefined || prior.value === null || figure.value === null) return null;
  if (prior.qualifier !== "=" || figure.qualifier !== "=" || figure.unit === "%" || figure.unit === "位") return null;
  return growthOf(figure.value, prior.value).value;
}

function byLine(figures: readonly Figure[]): Figure[][] {
  const lines = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.area} ${figure.indicator} ${figure.caliber}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [figure]);
    else line.push(figure);
  }
  return [...lines.values()];
}

/** The figures to draw: those of the area and indicator themselves and those that bear on its targets. */
async function figuresOf(context: Context, asked: LinesQuestion): Promise<Figure[]> {
  const { query, question, on, bearings } = asked;
  const { area, indicator, caliber } = query;
  const own = await listObservations(context.store, question, { areas: [area], indicator });
  const all = new Map<string, Figure>();
  for (const figure of [...own, ...bearings.map((bearing) => bearing.figure)]) {
    if (getPeriod(figure.period).end > on) continue;
    if (caliber !== undefined && figure.area === area && figure.indicator === indicator && figure.caliber !== caliber)
      continue;
    all.set(figure.id, figure);
  }
  return [...all.values()];
}

/** One line a caliber: points by the end of their periods, with the versions that each went through. */
export async function linesOf(context: Context, speech: Speech, asked: LinesQuestion): Promise<Line[]> {
  const figures = await figuresOf(context, asked);
  const versions = await listVersionsOfObservations(
    context.store,
    asked.question,
    figures.map(({ id }) => id),
  );
  const verdicts = new Map(asked.bearings.map((bearing) => [bearing.figure.id, bearing]));
  return byLine(figures).map((line): Line => {
    const [first] = line;
    const sorted = line.toSorted((a, b) => getPeriod(a.period).lastMonth - getPeriod(b.period).lastMonth);
    return {
      area: areaRef(speech, first?.area ?? ""),
      indicator: indicatorRef(speech, first?.indicator ?? ""),
      caliber: caliberRef(speech, first?.caliber ?? ""),
      points: sorted.map((figure) => {
        const bearing = verdicts.get(figure.id);
        return {
          observation: observationView(speech, figure, asked.conflicts),
          end: getPeriod(figure.period).end,
          provisional: bearing !== undefined && isProvisional(bearing, asked.bearings),
          nominalGrowth: nominalGrowth(figure, line),
          revisions: (versions.get(figure.id) ?? []).map(({ version, value, recordedAt }) => ({
            version,
            value,
            recordedAt,
          })),
        };
      }),
    };
  });
}
