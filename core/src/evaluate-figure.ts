import { type Bridge, isComparable, type Verdict } from "./caliber.ts";
import type { SourceGrade } from "./document.ts";
import type { EvaluationFacts, FigureFact } from "./evaluate-facts.ts";
import { lack, type NoValue, refused } from "./evaluate-refusal.ts";
import type { Timing } from "./indicator.ts";
import { qualifiers, roles, stages } from "./observation.ts";
import { endYear, getPeriod } from "./period.ts";
import { isSameQuantity } from "./quantity.ts";

/**
 * An area's figures of one indicator and one year, mostly a single one; parts of the year are among them, for the reason
 * they give.
 */
export type AreaFigures = FigureFact | FigureFact[];
export type YearFigures = ReadonlyMap<string, AreaFigures>;
export type FigureIndex = (indicator: string, year: number) => YearFigures;

/** Which of an area's figures a rule asks for. */
export interface FigureQuestion {
  readonly caliber: string;
  readonly year: number;
  readonly timing: Timing;
  /** Bridges of the targets that the criterion compares with: they say which other figures bear on them. */
  readonly bridges: readonly Bridge[];
}

const nothing: YearFigures = new Map();
const weakGrades: readonly SourceGrade[] = ["repost", "encyclopedia"];

/** Most figures are plain: adopted, exact, of the whole year, from a good source; only the caliber can stand against one. */
function isPlain({ role, state, value, qualifier, grade, period }: FigureFact): boolean {
  const isExact = state === "value" && value !== null && qualifier === "=";
  return isExact && role === "adopted" && !weakGrades.includes(grade) && getPeriod(period).kind === "year";
}

/** Finds the figures of a year by indicator, then by area: what asks for a column looks it up once. */
export function indexFigures({ figures }: Pick<EvaluationFacts, "figures">): FigureIndex {
  const bySubject = new Map<string, Map<number, Map<string, AreaFigures>>>();
  for (const figure of figures) {
    const year = endYear(getPeriod(figure.period));
    const years = bySubject.get(figure.indicator) ?? new Map<number, Map<string, AreaFigures>>();
    if (years.size === 0) bySubject.set(figure.indicator, years);
    const areas = years.get(year) ?? new Map<string, AreaFigures>();
    if (areas.size === 0) years.set(year, areas);
    const own = areas.get(figure.area);
    if (own === undefined) areas.set(figure.area, figure);
    else if (Array.isArray(own)) own.push(figure);
    else areas.set(figure.area, [own, figure]);
  }
  return (indicator, year) => bySubject.get(indicator)?.get(year) ?? nothing;
}

function listOf(own: AreaFigures | undefined): readonly FigureFact[] {
  if (own === undefined) return [];
  return Array.isArray(own) ? own : [own];
}

const about = ({ id, version, caliber, period, value }: FigureFact): Readonly<Record<string, string>> => ({
  observation: id,
  version: String(version),
  caliber,
  period,
  ...(value !== null && { value }),
});

/** Of adopted figures the stronger stage, then the exact one before a bound; the id keeps lists stable. */
function compareFigures(a: FigureFact, b: FigureFact): number {
  return (
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    qualifiers.indexOf(a.qualifier) - qualifiers.indexOf(b.qualifier) ||
    weakGrades.indexOf(a.grade) - weakGrades.indexOf(b.grade) ||
    (a.id < b.id ? -1 : 1)
  );
}

interface Candidate {
  readonly figure: FigureFact;
  readonly verdict: Verdict;
}

function candidatesOf(question: FigureQuestion, own: readonly FigureFact[], index: FigureIndex): Candidate[] {
  const { caliber, year, bridges } = question;
  const bridged = bridges.flatMap((bridge) =>
    listOf(index(bridge.indicator, year).get(bridge.area))
      .filter((figure) => figure.caliber === bridge.caliber)
      .map((figure) => ({ figure, verdict: bridge.verdict })),
  );
  const said = new Set(bridged.map(({ figure }) => figure));
  const rest = own
    .filter((figure) => !said.has(figure))
    .map((figure): Candidate => ({ figure, verdict: figure.caliber === caliber ? "exact" : "mismatch" }));
  return [...bridged, ...rest];
}

const isOfYear = ({ period }: FigureFact, timing: Timing): boolean => {
  const { kind, lastMonth } = getPeriod(period);
  return kind === "year" || (timing === "point" && lastMonth % 12 === 11);
};

/** Whether a source better than a repost or an encyclopedia gives the same value. */
function isBacked(figure: FigureFact, all: readonly FigureFact[]): boolean {
  return all.some(
    (other) => other !== figure && !weakGrades.includes(other.grade) && isSameQuantity(other.value, figure.value),
  );
}

/** What keeps an adopted figure of the right caliber out of a run. */
function objection(figure: FigureFact, verdict: Verdict, all: readonly FigureFact[]): NoValue | null {
  if (figure.state !== "value" || figure.value === null) {
    return lack(figure.state === "value" ? "figure-missing" : figure.state, about(figure));
  }
  const isWeak = weakGrades.includes(figure.grade) && !isBacked(figure, all);
  if (verdict === "assumed" || isWeak) return refused("figure-provisional", about(figure));
  if (figure.qualifier !== "=") return refused("figure-not-exact", { ...about(figure), qualifier: figure.qualifier });
  if (all.length === 1) return null;
  const rival = all.find(
    (other) =>
      other !== figure &&
      other.role === "adopted" &&
      other.stage === figure.stage &&
      other.qualifier === "=" &&
      !isSameQuantity(other.value, figure.value),
  );
  if (rival === undefined) return null;
  return refused("figure-conflict", { ...about(figure), other: rival.id, ...(rival.value && { rival: rival.value }) });
}

/**
 * Why no adopted figure serves: an unadopted one, a provisional one, one of another caliber, a part of the year. Parts of
 * a ratio, references and evidence are no figures of the kind that is asked for.
 */
function refusalOf(candidates: readonly Candidate[], timing: Timing): NoValue {
  const whole = candidates.filter(({ figure }) => isOfYear(figure, timing));
  const first = (test: (one: Candidate) => boolean): FigureFact | undefined =>
    whole.filter(test).toSorted((a, b) => roles.indexOf(a.figure.role) - roles.indexOf(b.figure.role))[0]?.figure;
  const firm = first(({ verdict }) => verdict === "exact" || verdict === "confirmed");
  if (firm !== undefined) return refused("figure-not-adopted", { ...about(firm), role: firm.role });
  const assumed = first(({ verdict }) => verdict === "assumed");
  if (assumed !== undefined) return refused("figure-provisional", about(assumed));
  const other = first(({ verdict }) => verdict === "mismatch");
  if (other !== undefined) return refused("caliber-mismatch", about(other));
  const part = candidates.find(({ verdict }) => isComparable(verdict))?.figure;
  if (part !== undefined) return refused("unlike-periods", about(part));
  const elsewhere = candidates.find(({ verdict }) => verdict === "mismatch")?.figure;
  return elsewhere === undefined ? lack("figure-missing") : refused("caliber-mismatch", about(elsewhere));
}

/** The adopted figure of a year that a rule may be asked with, or why there is none; `own` are the area's figures. */
export function pickFigure(
  question: FigureQuestion,
  own: AreaFigures | undefined,
  index: FigureIndex,
): FigureFact | NoValue {
  const { caliber, timing, bridges } = question;
  const isSingle = own !== undefined && !Array.isArray(own);
  if (isSingle && bridges.length === 0 && own.caliber === caliber && isPlain(own)) return own;
  const candidates = candidatesOf(question, listOf(own), index);
  const adopted = candidates
    .filter(({ figure, verdict }) => figure.role === "adopted" && isComparable(verdict) && isOfYear(figure, timing))
    .toSorted(
      (a, b) => Number(a.verdict === "assumed") - Number(b.verdict === "assumed") || compareFigures(a.figure, b.figure),
    );
  const [best] = adopted;
  if (best === undefined) return refusalOf(candidates, timing);
  const alike = candidates.filter(({ figure, verdict }) => verdict === best.verdict && isOfYear(figure, timing));
  const figures = alike.map(({ figure }) => figure);
  return objection(best.figure, best.verdict, figures) ?? best.figure;
}
