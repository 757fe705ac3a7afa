import type { EvaluationFacts, FigureFact, TargetFact } from "./evaluate-facts.ts";
import { figurePicker, makeSources } from "./evaluate-inputs.ts";
import { pickTarget } from "./evaluate-target.ts";
import { endYear, getPeriod } from "./period.ts";
import type { Scheme } from "./scheme.ts";
import {
  type Calibers,
  type Found,
  isSupposed,
  type SupposeFault,
  supposedId,
  supposeFault,
  valueCalibers,
} from "./suppose-place.ts";

/** A value that an area's indicator is supposed to have. */
interface AreaValue {
  readonly area: string;
  readonly indicator: string;
  readonly value: string;
}

interface Subject extends AreaValue {
  readonly caliber: string;
}

interface Given {
  readonly scheme: Scheme;
  readonly facts: EvaluationFacts;
  readonly calibers: Calibers;
}

const subjectsOf = (given: readonly AreaValue[], { of }: Calibers): Subject[] =>
  given.flatMap((one) => of(one.indicator).map((caliber) => ({ ...one, caliber })));

/** As strong as a figure can be, so that no other one of its area goes before it. */
const strongest = { state: "value", qualifier: "=", stage: "census", role: "adopted", grade: "original" } as const;
const unsaid = {
  ...{ text: null, textEn: null, priorComparable: null, clause: null, publishedOn: null, enterprises: null },
  ...{ note: null, noteEn: null, recordedAt: "" },
} as const;

/** A figure of the whole data year; the printed growth stays what it was. */
function supposedFigure(subject: Subject, replaced: readonly FigureFact[], year: number): FigureFact {
  const { area, indicator, caliber, value } = subject;
  const like = replaced.find(({ role }) => role === "adopted") ?? replaced[0];
  const id = supposedId(area, indicator, caliber);
  const { unit = "", reportedGrowth = null, class: own = "internal" } = like ?? {};
  return {
    ...{ id, area, indicator, caliber, value, period: String(year), periodBasis: "stated", version: 0 },
    ...{ ...strongest, ...unsaid, document: id, unit, reportedGrowth, class: own },
  };
}

/** Takes other values in place of areas' figures of the data year. */
export function supposeFigures({ scheme, facts, calibers }: Given, given: readonly AreaValue[]) {
  const faults = given.flatMap(({ indicator }, at): SupposeFault[] => {
    if (!calibers.isAsked(indicator)) return [supposeFault(`figures[${at}].indicator`, "unknown-indicator")];
    return calibers.of(indicator).length > 0 ? [] : [supposeFault(`figures[${at}].indicator`, "growth-as-printed")];
  });
  const key = ({ area, indicator, caliber }: Pick<FigureFact, "area" | "indicator" | "caliber">): string =>
    `${area} ${indicator} ${caliber}`;
  const year = scheme.dataYear;
  const replaced = new Map<string, FigureFact[]>(subjectsOf(given, calibers).map((subject) => [key(subject), []]));
  const figures = facts.figures.filter((figure) => {
    const gone = replaced.get(key(figure));
    if (gone === undefined || endYear(getPeriod(figure.period)) !== year) return true;
    gone.push(figure);
    return false;
  });
  const own = subjectsOf(given, calibers).map((one) => supposedFigure(one, replaced.get(key(one)) ?? [], year));
  return { value: { ...facts, figures: [...figures, ...own] }, faults } satisfies Found<EvaluationFacts>;
}

/** Figures that were supposed, but that the run would not take: a bridge brings in one that is as strong. */
export function outdoneFigures(scheme: Scheme, facts: EvaluationFacts, given: readonly AreaValue[]): SupposeFault[] {
  if (given.length === 0) return [];
  const sources = makeSources(scheme, facts);
  const calibers = valueCalibers(scheme);
  return given.flatMap(({ area, indicator }, at) => {
    const isTaken = calibers.of(indicator).every((caliber) => {
      const picked = figurePicker({ indicator, caliber }, 0, sources)(area);
      return !("kind" in picked) && isSupposed(picked.id);
    });
    return isTaken ? [] : [supposeFault(`figures[${at}].value`, "figure-outdone")];
  });
}

/** What is left of a target for others once an area's part, or the whole that is the area's, is taken out. */
function withoutArea(target: TargetFact, area: string): TargetFact[] {
  if (target.area !== area) {
    return [{ ...target, decomposition: target.decomposition.filter((part) => part.area !== area) }];
  }
  const others = target.decomposition.filter((part) => part.area !== null && part.area !== area);
  const heir = others[0]?.area ?? null;
  return heir === null ? [] : [{ ...target, area: heir, value: null, path: null, decomposition: others }];
}

const concerns = ({ area, decomposition }: TargetFact, own: string): boolean =>
  area === own || decomposition.some((part) => part.area === own);

/** Takes another value in place of an area's target of the data year; undefined where the area has none. */
function supposeTarget(facts: EvaluationFacts, subject: Subject, year: number): EvaluationFacts | undefined {
  const { area, indicator, caliber, value } = subject;
  const own = facts.targets.filter(
    (one) => one.indicator === indicator && one.caliber === caliber && concerns(one, area),
  );
  const [first] = own;
  if (first === undefined) return undefined;
  const picked = pickTarget(own, { area, year });
  const like = "kind" in picked ? first : picked.target;
  const id = supposedId(area, like.id);
  const plan = { due: String(year), path: null, decomposition: [] };
  const supposed: TargetFact = { ...like, id, area, value, ...plan, version: 0 };
  const ids = new Set(own.map((one) => one.id));
  const joined = facts.bridges.filter(({ target }) => ids.has(target));
  return {
    ...facts,
    targets: [...facts.targets.flatMap((one) => (own.includes(one) ? withoutArea(one, area) : [one])), supposed],
    bridges: [...facts.bridges, ...joined.map((bridge) => ({ ...bridge, target: id }))],
  };
}

/** Takes other values in place of areas' targets of the data year, due or decomposed. */
export function supposeTargets({ scheme, facts, calibers }: Given, given: readonly AreaValue[]) {
  let now = facts;
  const faults = given.flatMap((one, at): SupposeFault[] => {
    if (!calibers.isAsked(one.indicator)) return [supposeFault(`targets[${at}].indicator`, "unknown-indicator")];
    const before = now;
    for (const subject of subjectsOf([one], calibers)) now = supposeTarget(now, subject, scheme.dataYear) ?? now;
    const isKnown = facts.areas.some(({ code }) => code === one.area);
    return now === before && isKnown ? [supposeFault(`targets[${at}]`, "no-target")] : [];
  });
  return { value: now, faults } satisfies Found<EvaluationFacts>;
}
