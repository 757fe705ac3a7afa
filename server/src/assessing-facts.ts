import type { EarlierResult, EvaluationFacts, FigureFact, PanelFact } from "@yuanbiao/core/evaluate-facts";
import type { AssessmentEntry, Evaluation, Panel, PanelScore } from "@yuanbiao/core/evaluation";
import { isFinal } from "@yuanbiao/core/evaluation-stage";
import type { Scheme } from "@yuanbiao/core/scheme";
import { lineageOf, type SchemeRecord } from "@yuanbiao/core/scheme-record";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import {
  listAssessmentEntries,
  listEvaluations,
  listPanelScores,
  listPanels,
  listResultHeads,
  listResults,
} from "@yuanbiao/db/queries/evaluation";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listSchemeBases } from "@yuanbiao/db/queries/scheme";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Context } from "./context.ts";
import type { Registry } from "./registry.ts";

export interface FactsOf {
  readonly evaluation: Evaluation;
  readonly scheme: Versioned<SchemeRecord>;
  /** Everything that was recorded by then, and nothing else. */
  readonly instant: string;
}

/** The most codes that are named in one query; above that all rows of the years are read, which is cheaper then. */
const mostNamed = 2000;
const named = (codes: Iterable<string>): string[] | undefined => {
  const distinct = [...new Set(codes)];
  return distinct.length > mostNamed ? undefined : distinct;
};

/** What the criteria of a scheme ask for: indicators, and how many years back. */
function askedOf({ groups }: Scheme): { indicators: string[]; yearsBack: number } {
  const criteria = groups.flatMap((group) => group.criteria);
  const bindings = criteria.flatMap(({ inputs }) => Object.values(inputs));
  const others = bindings.flatMap((binding) => ("of" in binding && binding.of !== null ? [binding.of.indicator] : []));
  const own = criteria.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]));
  const back = bindings.map((binding) => {
    if (binding.from !== "figure") return 0;
    const isChange = binding.take === "change" || binding.take === "nominal-growth";
    return binding.yearsBack + (isChange ? 1 : 0);
  });
  return { indicators: [...new Set([...own, ...others])], yearsBack: Math.max(0, ...back) };
}

async function loadFigures(
  { store }: Context,
  { scheme: { body }, instant }: FactsOf,
  { areas, indicators, registry }: { areas: string[] | undefined; indicators: string[]; registry: Registry },
): Promise<FigureFact[]> {
  const { yearsBack } = askedOf(body);
  const rows = await listObservations(
    store,
    { asOf: instant, publishedBy: null },
    {
      ...{ areas, indicators },
      ending: { from: `${body.dataYear - yearsBack}-01-01`, to: `${body.dataYear}-12-31` },
    },
  );
  return rows.map((row) => ({ ...row, grade: registry.documents.get(row.document)?.grade ?? "repost" }));
}

/** What the judges gave who are on the panel now; who was taken off does not count any more. */
function panelFacts(scores: readonly Versioned<PanelScore>[], panels: readonly Versioned<Panel>[]): PanelFact[] {
  const byCriterion = new Map(panels.map((panel) => [panel.criterion, panel]));
  const counted = scores.filter(({ criterion, judge }) => byCriterion.get(criterion)?.judges.includes(judge) === true);
  const cells = Map.groupBy(counted, ({ criterion, area }) => `${criterion} ${area}`);
  return [...cells.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { criterion, area } = first;
    // In one order, so that no place in the list says whose a score is.
    const given = own.map(({ score }) => score).toSorted((a, b) => Number(a) - Number(b));
    return [{ criterion, area, scores: given, version: own.reduce((sum, { version }) => sum + version, 0) }];
  });
}

function entryFacts(entries: readonly Versioned<AssessmentEntry>[]): Pick<EvaluationFacts, "milestones" | "counts"> {
  return {
    counts: entries.flatMap(({ code, area, count, version }) =>
      count === null ? [] : [{ code, area, count, version }],
    ),
    milestones: entries.flatMap(({ code, area, state, version }) =>
      state === null ? [] : [{ criterion: code, area, state, version }],
    ),
  };
}

/** The runs that stand: published, and not replaced by one that is; of several of a year the one published last. */
function standingRuns(all: readonly Versioned<Evaluation>[]): Versioned<Evaluation>[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const isOut = (one: Evaluation): boolean => isFinal({ ...one, replacedBy: null });
  const standing = all.filter((one) => {
    const next = one.replacedBy === null ? undefined : byId.get(one.replacedBy);
    return isOut(one) && (next === undefined || !isOut(next));
  });
  const when = ({ publishedOn, seal }: Evaluation): string => `${publishedOn ?? ""} ${seal?.instant ?? ""}`;
  const byYear = Map.groupBy(standing, ({ year }) => year);
  return [...byYear.values()].flatMap((own) => own.toSorted((a, b) => (when(a) < when(b) ? 1 : -1)).slice(0, 1));
}

/** The runs of earlier years that stood at the instant, of this scheme or of those that it was drafted from. */
export async function listEarlierRuns(
  { store }: Context,
  { evaluation, scheme, instant }: FactsOf,
): Promise<Versioned<Evaluation>[]> {
  const cut = { asOf: instant };
  const schemes = lineageOf(scheme.code, await listSchemeBases(store, cut));
  const found = await listEvaluations(store, cut, { cities: [evaluation.city], schemes });
  return standingRuns(found).filter(({ year }) => year < evaluation.year);
}

const carries = ({ groups }: Scheme): boolean =>
  groups.some(({ criteria }) => criteria.some(({ missing }) => missing === "carry"));

/** What each area's criteria weighed, where the shares of that year are to be carried on. */
async function weightsOf({ store }: Context, run: string): Promise<ReadonlyMap<string, EarlierResult["weights"]>> {
  const records = await listResults(store, run);
  return new Map(
    records.map(({ area, lines }) => [
      area,
      Object.fromEntries(lines.flatMap(({ criterion, weight }) => (weight === null ? [] : [[criterion, weight]]))),
    ]),
  );
}

/** What earlier years gave each area. */
export async function loadEarlier(context: Context, of: FactsOf): Promise<EarlierResult[]> {
  const { store } = context;
  const earlier = await listEarlierRuns(context, of);
  const last = carries(of.scheme.body) ? earlier.find(({ year }) => year === of.evaluation.year - 1) : undefined;
  const weights = last === undefined ? null : await weightsOf(context, last.id);
  const results = await Promise.all(
    earlier.map(async ({ id, year }) =>
      (await listResultHeads(store, id)).map(
        ({ area, rank, ranked, grade, points }): EarlierResult => ({
          ...{ year, area, rank, ranked, grade },
          ...(id === last?.id && { weights: weights?.get(area) ?? {} }),
          points: Object.fromEntries(
            Object.entries(points).flatMap(([code, own]) => (own === null ? [] : [[code, own]])),
          ),
        }),
      ),
    ),
  );
  return results.flat();
}

/** Everything that a run looks at, as it was recorded by its instant. */
export async function loadFacts(context: Context, of: FactsOf): Promise<EvaluationFacts> {
  const { evaluation, scheme, instant } = of;
  const { store } = context;
  const cut = { asOf: instant };
  const registry = await context.registries.at(instant);
  const members = evaluation.members.map(({ area }) => area);
  const { indicators } = askedOf(scheme.body);
  const isAsked = ({ indicator }: { readonly indicator: string }): boolean => indicators.includes(indicator);
  // A target of a wider area may name parts for its members.
  const targets = (await listTargets(store, cut)).filter(isAsked);
  const wanted = new Set(members);
  const own = targets.filter(
    ({ area, decomposition }) =>
      wanted.has(area) || decomposition.some((part) => part.area !== null && wanted.has(part.area)),
  );
  const ids = new Set(own.map(({ id }) => id));
  const bridges = await listBridges(store, cut, { targets: named(ids) });
  const bridged = bridges.filter(({ target }) => ids.has(target));
  const figures = await loadFigures(context, of, {
    areas: named([...members, ...bridged.map(({ area }) => area)]),
    indicators: [...new Set([...indicators, ...bridged.map(({ indicator }) => indicator)])],
    registry,
  });
  const { assessment } = evaluation;
  return {
    areas: evaluation.members.map(({ area, type }) => ({ code: area, type })),
    indicators: [...registry.indicators.values()],
    ...{ figures, targets: own, bridges: bridged },
    panels: panelFacts(await listPanelScores(store, cut, { assessment }), await listPanels(store, cut, assessment)),
    ...entryFacts(await listAssessmentEntries(store, cut, assessment)),
    earlier: await loadEarlier(context, of),
  };
}
