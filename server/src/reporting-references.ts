import { type Actor, clearanceOf } from "@yuanbiao/core/access";
import type { PublishedFigure, ShareParts } from "@yuanbiao/core/check";
import { sharesOf } from "@yuanbiao/core/check-parts";
import { knownSeries } from "@yuanbiao/core/known-series";
import type { Observation } from "@yuanbiao/core/observation";
import { getPeriod } from "@yuanbiao/core/period";
import { worksOnReports } from "@yuanbiao/core/sight";
import { mayRead, withholdFigure } from "@yuanbiao/core/suppress";
import { type References, referenceSpan, referencesOf } from "@yuanbiao/core/year-to-date";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import type { Context } from "./context.ts";
import type { Registry } from "./registry.ts";
import { indicatorOf, type OpenedReport } from "./reporting.ts";

/** What stands beside the inputs of a report, by indicator. */
export interface Beside {
  readonly references: ReadonlyMap<string, References>;
  /** What others published for the same question. */
  readonly published: ReadonlyMap<string, readonly PublishedFigure[]>;
  /** The shares whose parts the round asks for as well. */
  readonly shares: ReadonlyMap<string, ShareParts>;
}

/** Where nothing of a report is shown, nothing stands beside it. */
export const nothingBeside: Beside = { references: new Map(), published: new Map(), shares: new Map() };

interface Asked extends Pick<OpenedReport, "round" | "registry" | "asOf"> {
  readonly areas: readonly string[];
}

/**
 * The figures of a round's indicators, in the round's calibers, that are known of some areas: of no higher class than
 * the round's own, so that whoever may read the report may read them, and the same checks ask everybody the same. Who
 * does not work on reports sees none over fewer than three enterprises; null where rules alone look at them.
 */
export async function loadBesideAll(
  context: Context,
  { areas, round, registry, asOf }: Asked,
  reader: Actor | null,
): Promise<ReadonlyMap<string, Beside>> {
  const indicators = round.lines.map(({ indicator }) => indicator);
  const ending = referenceSpan(getPeriod(round.period));
  const figures = await listObservations(context.store, { asOf, publishedBy: null }, { areas, indicators, ending });
  const calibers = new Map(round.lines.map(({ indicator, caliber }) => [indicator, caliber]));
  const alike = figures.filter(
    (figure) => calibers.get(figure.indicator) === figure.caliber && mayRead(figure.class, round.class),
  );
  const isAllShown = reader === null || worksOnReports(reader);
  const shown = isAllShown ? alike : alike.map((figure) => withholdFigure(figure, clearanceOf(reader)));
  const byArea = Map.groupBy(shown, ({ area }) => area);
  return new Map(areas.map((area) => [area, besideOf(byArea.get(area) ?? [], { round, registry })]));
}

/** What stands beside the figures of one report. */
export async function loadBeside(
  context: Context,
  { report, round, registry, asOf }: Pick<OpenedReport, "report" | "round" | "registry" | "asOf">,
  reader: Actor | null,
): Promise<Beside> {
  const { area } = report;
  return (await loadBesideAll(context, { areas: [area], round, registry, asOf }, reader)).get(area) ?? nothingBeside;
}

function besideOf(
  figures: readonly Versioned<Observation>[],
  { round, registry }: Pick<OpenedReport, "round" | "registry">,
): Beside {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator);
  const period = getPeriod(round.period);
  const references = round.lines.map(({ indicator }): [string, References] => {
    const own = byIndicator.get(indicator) ?? [];
    return [indicator, referencesOf(knownSeries(own), period, indicatorOf(registry, indicator).measure)];
  });
  const published = [...byIndicator].map(([indicator, own]): [string, PublishedFigure[]] => [
    indicator,
    own.flatMap((figure) => publishedOf(figure, period.code, registry)),
  ]);
  const shares = sharesOf(round.lines, registry.indicators);
  return { references: new Map(references), published: new Map(published), shares };
}

function publishedOf(figure: Versioned<Observation>, period: string, { documents }: Registry): PublishedFigure[] {
  const document = documents.get(figure.document);
  if (figure.period !== period || figure.value === null || document?.kind === "report") return [];
  return [{ value: figure.value, qualifier: figure.qualifier, source: document?.name ?? figure.document }];
}
