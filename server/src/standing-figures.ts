import type { Figure } from "@yuanbiao/core/bearing";
import { getPeriod } from "@yuanbiao/core/period";
import { noteFootprint, traced } from "@yuanbiao/db/footprint";
import type { Versioned } from "@yuanbiao/db/nouns";
import {
  type FigureCut,
  isCleared,
  listObservations,
  listObservationsSince,
  type ObservationFilter,
  withheld,
} from "@yuanbiao/db/queries/observation";
import type { Reader, Store } from "@yuanbiao/db/store";
import { LRUCache } from "lru-cache";

type Figures = readonly Versioned<Figure>[];
export type Source = Reader & Pick<Store, "readHead">;
type Clearance = Pick<FigureCut, "clearance">;

/** So many areas are asked for together at most: those of a country are not held. */
const mostAreas = 30;
/** So many figures are held for one sort of readers: some ten parks of many years. */
const mostFigures = 20_000;
/** Where more has changed, all is read again. */
const mostChanged = 2000;

/** What figures are asked for by, of those of some areas. */
type Question = Pick<ObservationFilter, "areas" | "indicators" | "indicator">;

/**
 * Figures by area, indicator, end of the period, period and id. Those that stand are kept by area, and of what has changed
 * since they were read that alone is read again; any others are read from the store.
 */
export async function listFigures(source: Source, cut: FigureCut, question: Question): Promise<Figures> {
  const { areas, indicator, indicators } = question;
  const isKept = cut.asOf === null && cut.publishedBy === null && areas !== undefined && areas.length <= mostAreas;
  const isWhole = indicator === undefined && indicators === undefined;
  const keeper = keeperOf(source, cut);
  // Who asks for one indicator does not wait until all the others of an area are read.
  if (!isKept || !(isWhole || keeper.holds(areas))) return listObservations(source, cut, question);
  const figures = await keeper.of(areas);
  noteFootprint(new Map([["observation", new Set(areas)]]));
  if (isWhole) return figures;
  const wanted = indicators === undefined ? undefined : new Set(indicators);
  return figures.filter((figure) => {
    return (indicator === undefined || figure.indicator === indicator) && (wanted?.has(figure.indicator) ?? true);
  });
}

interface Keeper {
  /** Whether some areas were read before. */
  holds(areas: readonly string[]): boolean;
  of(areas: readonly string[]): Promise<Figures>;
}

const keepers = new WeakMap<Source, Map<string, Keeper>>();

function keeperOf(source: Source, { clearance }: Clearance): Keeper {
  const known = keepers.get(source) ?? new Map<string, Keeper>();
  keepers.set(source, known);
  const key = clearance ?? "";
  const keeper = known.get(key) ?? makeKeeper(source, { clearance });
  known.set(key, keeper);
  return keeper;
}

/** Those of one area. */
interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly figures: Figures;
}

const keptOf = (figures: Figures): Kept => ({ ids: new Set(figures.map(({ id }) => id)), figures });

/** What many figures say alike; the driver makes a text of its own for each. */
const alike = [
  ...(["area", "indicator", "caliber", "period", "periodBasis", "state", "unit", "qualifier", "stage"] as const),
  ...(["role", "document", "clause", "class", "recordedBy", "publishedOn"] as const),
] satisfies (keyof Versioned<Figure>)[];
const mostTexts = 2000;

/** Each such text is held once. */
function makeSharing(): (figures: Figures) => void {
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    if (texts.size > mostTexts) texts.clear();
    const known = texts.get(text) ?? text;
    texts.set(text, known);
    return known;
  };
  return (figures) => {
    for (const figure of figures) {
      for (const field of alike) {
        const text: unknown = figure[field];
        if (typeof text === "string") Reflect.set(figure, field, shared(text));
      }
    }
  };
}

function makeKeeper(source: Source, clearance: Clearance): Keeper {
  const shelf = new LRUCache<string, Kept>({
    maxSize: mostFigures,
    sizeCalculation: ({ figures }) => 1 + figures.length,
  });
  const share = makeSharing();
  /** The last commit that is known to be in what is kept. */
  let known = "";
  /** Looked at before all else: what is read after may be of a later commit, and is then read once more. */
  const renew = async (): Promise<void> => {
    const head = (await source.readHead()).recordedAt ?? "";
    if (head === known) return;
    // A database that was put back to an earlier state has not all that is kept.
    if (head < known) shelf.clear();
    const changed = shelf.size === 0 ? [] : await listObservationsSince(source, known, mostChanged + 1);
    if (changed.length > mostChanged) shelf.clear();
    else if (changed.length > 0) {
      share(changed);
      apply(shelf, changed, clearance);
    }
    known = head;
  };
  const add = async (missing: readonly string[]): Promise<ReadonlyMap<string, Kept>> => {
    const cut = { asOf: null, publishedBy: null, ...clearance };
    const figures = await listObservations(source, cut, { areas: missing });
    share(figures);
    const groups = Map.groupBy(figures, ({ area }) => area);
    const added = new Map(missing.map((area) => [area, keptOf(groups.get(area) ?? [])]));
    for (const [area, kept] of added) shelf.set(area, kept);
    return added;
  };
  const read = async (areas: readonly string[]): Promise<Figures> => {
    await renew();
    const found = new Map(areas.map((area) => [area, shelf.get(area)]));
    const missing = areas.filter((area) => found.get(area) === undefined);
    const added = missing.length === 0 ? undefined : await add(missing);
    // Not by the language's rules: as the store sorts its codes.
    return [...found.keys()].sort().flatMap((area) => [...((found.get(area) ?? added?.get(area))?.figures ?? [])]);
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    holds: (areas) => areas.every((area) => shelf.has(area)),
    // One after the other: what changes while an area is read must not be missed in it.
    of: (areas) => {
      // Whoever traces rests on the areas alone, not on the way in which they were read.
      const begun = last.then(async () => (await traced(() => read(areas))).made);
      last = begun.catch(() => undefined);
      return begun;
    },
  };
}

function apply(shelf: LRUCache<string, Kept>, changed: Figures, clearance: Clearance): void {
  const ids = new Set(changed.map(({ id }) => id));
  const seen = withheld(
    changed.filter((figure) => isCleared(figure, clearance)),
    clearance,
  );
  const byArea = Map.groupBy(seen, ({ area }) => area);
  for (const [area, kept] of [...shelf.entries()]) {
    const added = byArea.get(area) ?? [];
    if (added.length === 0 && !changed.some(({ id }) => kept.ids.has(id))) continue;
    const rest = kept.figures.filter(({ id }) => !ids.has(id));
    shelf.set(area, keptOf([...rest, ...added].sort(byPlace)));
  }
}

/** Within an area, as the store sorts. */
function byPlace(a: Figure, b: Figure): number {
  return (
    compare(a.indicator, b.indicator) ||
    compare(getPeriod(a.period).end, getPeriod(b.period).end) ||
    compare(a.period, b.period) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
