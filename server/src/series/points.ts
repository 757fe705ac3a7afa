import { type Bearing, type Figure, isProvisional } from "@yuanbiao/core/bearing";
import { groupFigures } from "@yuanbiao/core/conflict";
import { undisputedSeries } from "@yuanbiao/core/known-series";
import { comparePeriods, getPeriod, makePeriod } from "@yuanbiao/core/period";
import { growthOf } from "@yuanbiao/core/roll-up";
import { listVersionsOfObservations } from "@yuanbiao/db/queries/observation";
import type { Context } from "../context.ts";
import { listFigures } from "../standing-figures.ts";
import type { TrackingQuestion } from "../tracking.ts";
import { type ConflictIndex, observationView } from "../wire/observation.ts";
import type { Speech } from "../wire/speech.ts";
import type { SeriesView } from "./shape.ts";

export interface PointsQuestion {
  readonly query: { readonly area: string; readonly indicator: string; readonly caliber?: string | undefined };
  readonly on: string;
  readonly question: TrackingQuestion;
  readonly bearings: readonly Bearing[];
  readonly conflicts: ConflictIndex;
}

type Point = SeriesView["points"][number];

/** Growth as it was told before, and from what: exact division was a quarter of what a long series costs. */
const growths = new WeakMap<Figure, { readonly prior: string; readonly growth: string | null }>();

function growthFrom(figure: Figure, value: string, prior: string): string | null {
  const known = growths.get(figure);
  if (known?.prior === prior) return known.growth;
  const growth = growthOf(value, prior).value;
  growths.set(figure, { prior, growth });
  return growth;
}

/** 推算(名义) growth over the like period a year before, on the same line; exact positive figures only. */
function nominalGrowth(figure: Figure, prior: string | undefined): string | null {
  if (prior === undefined || figure.value === null) return null;
  if (figure.qualifier !== "=" || figure.unit === "%" || figure.unit === "位") return null;
  return growthFrom(figure, figure.value, prior);
}

/** The figures to draw: those of the area and indicator themselves and those that bear on its targets. */
async function figuresOf(context: Context, asked: PointsQuestion): Promise<Figure[]> {
  const { query, question, on, bearings } = asked;
  const { area, indicator, caliber } = query;
  const own = await listFigures(context.store, question, { areas: [area], indicator });
  const all = new Map<string, Figure>();
  for (const figure of [...own, ...bearings.map((bearing) => bearing.figure)]) {
    if (getPeriod(figure.period).end > on) continue;
    if (caliber !== undefined && figure.area === area && figure.indicator === indicator && figure.caliber !== caliber)
      continue;
    all.set(figure.id, figure);
  }
  return [...all.values()];
}

/** The points of every line, by the end of their periods, with the versions that each went through. */
export async function pointsOf(context: Context, speech: Speech, asked: PointsQuestion): Promise<Point[]> {
  const figures = await figuresOf(context, asked);
  // A first version is all that there was of a figure.
  const ids = figures.filter(({ version }) => version > 1).map(({ id }) => id);
  const named = { ids, standingIn: [...new Set(figures.map(({ area }) => area))] };
  const versions = await listVersionsOfObservations(context.store, asked.question, named);
  const verdicts = new Map(asked.bearings.map((bearing) => [bearing.figure.id, bearing]));
  return [...groupFigures(figures).values()].flatMap((line) => {
    const bases = undisputedSeries(line);
    return line
      .toSorted((a, b) => comparePeriods(getPeriod(a.period), getPeriod(b.period)))
      .map((figure): Point => {
        const bearing = verdicts.get(figure.id);
        const { firstMonth, lastMonth, end } = getPeriod(figure.period);
        return {
          observation: observationView(speech, figure, asked.conflicts),
          end,
          provisional: bearing !== undefined && isProvisional(bearing, asked.bearings),
          nominalGrowth: nominalGrowth(figure, bases.get(makePeriod(firstMonth - 12, lastMonth - 12).code)),
          revisions: (versions.get(figure.id) ?? [figure]).map(({ version, value, recordedAt }) => ({
            version,
            value,
            recordedAt,
          })),
        };
      });
  });
}
