import type { PublishedFigure } from "@yuanbiao/core/check";
import { type Observation, roles, stages } from "@yuanbiao/core/observation";
import { getPeriod } from "@yuanbiao/core/period";
import type { Round } from "@yuanbiao/core/round";
import { type PeriodValue, type References, referencesOf } from "@yuanbiao/core/year-to-date";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import type { Context } from "./context.ts";
import type { Registry } from "./registry.ts";
import { indicatorOf } from "./reporting.ts";

/** What stands beside the inputs of a report, by indicator. */
export interface Beside {
  readonly references: ReadonlyMap<string, References>;
  /** What others published for the same question. */
  readonly published: ReadonlyMap<string, readonly PublishedFigure[]>;
}

const none: References = { previous: null, samePeriod: null, earlierThisYear: null };

interface BesideOf {
  readonly round: Round;
  readonly areas: readonly string[];
  readonly registry: Registry;
  readonly asOf?: string | null;
}

/** The figures of the round's indicators, in the round's calibers, that are known of some areas. */
export async function loadBeside(
  context: Context,
  { round, areas, registry, asOf = null }: BesideOf,
): Promise<ReadonlyMap<string, Beside>> {
  const indicators = round.lines.map(({ indicator }) => indicator);
  const cut = { asOf, publishedBy: null };
  const figures = await listObservations(context.store, cut, { areas, indicators });
  const calibers = new Map(round.lines.map(({ indicator, caliber }) => [indicator, caliber]));
  const alike = figures.filter(({ indicator, caliber }) => calibers.get(indicator) === caliber);
  const byArea = Map.groupBy(alike, ({ area }) => area);
  return new Map(areas.map((area) => [area, besideOf(byArea.get(area) ?? [], { round, registry })]));
}

function besideOf(
  figures: readonly Versioned<Observation>[],
  { round, registry }: { round: Round; registry: Registry },
): Beside {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator);
  const period = getPeriod(round.period);
  const references = round.lines.map(({ indicator }): [string, References] => {
    const own = byIndicator.get(indicator);
    if (own === undefined) return [indicator, none];
    return [indicator, referencesOf(bestSeries(own), period, indicatorOf(registry, indicator).measure)];
  });
  const published = [...byIndicator].map(([indicator, own]): [string, PublishedFigure[]] => [
    indicator,
    own.flatMap((figure) => publishedOf(figure, period.code, registry)),
  ]);
  return { references: new Map(references), published: new Map(published) };
}

/** One value a period: adopted before verified before reported, then the stronger stage, then the newer version. */
function bestSeries(figures: readonly Versioned<Observation>[]): PeriodValue[] {
  const best = new Map<string, Versioned<Observation>>();
  for (const figure of figures) {
    if (figure.state !== "value" || figure.value === null || figure.qualifier !== "=") continue;
    const other = best.get(figure.period);
    if (other === undefined || isStronger(figure, other)) best.set(figure.period, figure);
  }
  return [...best.values()].flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
}

function isStronger(a: Versioned<Observation>, b: Versioned<Observation>): boolean {
  const order = roles.indexOf(a.role) - roles.indexOf(b.role) || stages.indexOf(a.stage) - stages.indexOf(b.stage);
  return order === 0 ? a.recordedAt > b.recordedAt : order < 0;
}

function publishedOf(figure: Versioned<Observation>, period: string, { documents }: Registry): PublishedFigure[] {
  const document = documents.get(figure.document);
  if (figure.period !== period || figure.value === null || document?.kind === "report") return [];
  return [{ value: figure.value, qualifier: figure.qualifier, source: document?.name ?? figure.document }];
}
