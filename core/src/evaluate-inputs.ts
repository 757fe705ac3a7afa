import type { AreaFact, EvaluationFacts, FigureFact, UsedInput, UsedSource } from "./evaluate-facts.ts";
import { type FigureIndex, indexFigures, pickFigure } from "./evaluate-figure.ts";
import { lack, type NoValue, refused } from "./evaluate-refusal.ts";
import { indexTargets, pickTarget, type SubjectTargets, type TargetIndex, type YearTarget } from "./evaluate-target.ts";
import type { Timing } from "./indicator.ts";
import { type Exact, exact, plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import { benchmarkFor } from "./scheme-benchmark.ts";
import type { Binding, Criterion, Subject } from "./scheme-criterion.ts";
import { settle } from "./scorer-rounding.ts";
import type { MilestoneState } from "./target.ts";

/** Facts found by what asks for them; made once a run. */
export interface Sources {
  readonly scheme: Scheme;
  readonly figures: FigureIndex;
  readonly targets: TargetIndex;
  readonly timings: ReadonlyMap<string, Timing>;
  readonly panels: ReadonlyMap<string, EvaluationFacts["panels"][number]>;
  readonly milestones: ReadonlyMap<string, EvaluationFacts["milestones"][number]>;
  readonly counts: ReadonlyMap<string, EvaluationFacts["counts"][number]>;
}

export function makeSources(scheme: Scheme, facts: EvaluationFacts): Sources {
  return {
    scheme,
    figures: indexFigures(facts),
    targets: indexTargets(facts),
    timings: new Map(facts.indicators.map(({ code, timing }) => [code, timing])),
    panels: new Map(facts.panels.map((fact) => [`${fact.criterion} ${fact.area}`, fact])),
    milestones: new Map(facts.milestones.map((fact) => [`${fact.criterion} ${fact.area}`, fact])),
    counts: new Map(facts.counts.map((fact) => [`${fact.code} ${fact.area}`, fact])),
  };
}

/** Points that other groups have got an area by now: `criterion 1.2`, `group effect`. */
export type Points = ReadonlyMap<string, Exact>;

/** What was taken for one input, and from which facts; what is said about them is made when it is asked for. */
export interface Taken {
  readonly kind: "taken";
  readonly value: string;
  readonly figure: FigureFact | null;
  readonly prior: FigureFact | null;
  readonly target: YearTarget | null;
  readonly other: Other | null;
}

/** What is no number: judges' scores, a state, counts. */
export interface Other {
  readonly kind: "other";
  readonly scores: readonly string[] | null;
  readonly state: MilestoneState | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly sources: readonly UsedSource[];
}

type Take = (area: AreaFact, points: Points) => Taken | NoValue;

/** Takes one input for any area: what the rule is told, and the same with the facts that it was taken from. */
export interface Taker {
  readonly read: (area: AreaFact, points: Points) => string | Other | NoValue;
  readonly take: Take;
}

const bare = { kind: "taken", figure: null, prior: null, target: null, other: null } as const;
const otherBare = { kind: "other", scores: null, state: null, counts: null } as const;

function takerOf(take: Take): Taker {
  const read: Taker["read"] = (area, points) => {
    const taken = take(area, points);
    return taken.kind === "taken" ? (taken.other ?? taken.value) : taken;
  };
  return { read, take };
}

const unbound = takerOf(() => refused("indicator-not-bound"));

type FigureBinding = Extract<Binding, { from: "figure" }>;

/** Picks the adopted figure of a year of some indicator: everything but the area is looked up once. */
export function figurePicker(subject: Subject, yearsBack: number, sources: Sources) {
  const year = sources.scheme.dataYear - yearsBack;
  const timing = sources.timings.get(subject.indicator) ?? "span";
  const ofYear = sources.figures(subject.indicator, year);
  const targets: SubjectTargets = sources.targets.of(subject.indicator, subject.caliber);
  const plainly = { caliber: subject.caliber, year, timing, bridges: [] };
  return (area: string): FigureFact | NoValue => {
    const bridges = sources.targets.bridges(targets, area);
    const question = bridges.length === 0 ? plainly : { ...plainly, bridges };
    return pickFigure(question, ofYear.get(area), sources.figures);
  };
}

function changeOf(take: FigureBinding["take"], figure: FigureFact, prior: FigureFact): Taken | NoValue {
  const before = exact(prior.value ?? "0");
  const change = exact(figure.value ?? "0").minus(before);
  if (take === "change") return { ...bare, value: plain(change), figure, prior };
  if (before.lte(0)) return lack("zero-denominator", { observation: prior.id });
  return { ...bare, value: plain(settle(change.times(100).div(before))), figure, prior };
}

/** The figure itself: most criteria ask for nothing else. */
function plainTaker(pick: (area: string) => FigureFact | NoValue): Taker {
  return {
    read: ({ code }) => {
      const figure = pick(code);
      return "kind" in figure ? figure : (figure.value ?? "");
    },
    take: ({ code }) => {
      const figure = pick(code);
      return "kind" in figure ? figure : { ...bare, value: figure.value ?? "", figure };
    },
  };
}

function figureTaker({ take, yearsBack, of }: FigureBinding, own: Subject | null, sources: Sources): Taker {
  const subject = of ?? own;
  if (subject === null) return unbound;
  const pick = figurePicker(subject, yearsBack, sources);
  if (take === "value") return plainTaker(pick);
  const pickPrior = figurePicker(subject, yearsBack + 1, sources);
  return takerOf(({ code }) => {
    const figure = pick(code);
    if ("kind" in figure) return figure;
    if (take === "reported-growth") {
      const { reportedGrowth: value } = figure;
      return value === null ? lack("growth-not-printed", { observation: figure.id }) : { ...bare, value, figure };
    }
    const prior = pickPrior(code);
    if ("kind" in prior) return prior.kind === "lack" ? lack("prior-missing", prior.figures) : prior;
    return changeOf(take, figure, prior);
  });
}

function targetTaker(of: Subject | null, own: Subject | null, sources: Sources): Taker {
  const subject = of ?? own;
  if (subject === null) return unbound;
  const targets = sources.targets.of(subject.indicator, subject.caliber);
  const year = sources.scheme.dataYear;
  const pick = (area: string): YearTarget | NoValue => pickTarget(targets.get(area), { area, year });
  return {
    read: ({ code }) => {
      const found = pick(code);
      return "kind" in found ? found : found.value;
    },
    take: ({ code }) => {
      const found = pick(code);
      return "kind" in found ? found : { ...bare, value: found.value, target: found };
    },
  };
}

function countsTaker({ scorer }: Criterion, sources: Sources): Taker {
  const codes = scorer.type === "adjustments" ? scorer.items.map(({ code }) => code) : [];
  return takerOf((area) => {
    const found = codes.flatMap((code) => sources.counts.get(`${code} ${area.code}`) ?? []);
    const counts = Object.fromEntries(found.map(({ code, count }) => [code, count]));
    const read = found.map((fact) => countSource(fact));
    return { ...bare, value: String(found.length), other: { ...otherBare, counts, sources: read } };
  });
}

export function countSource({ code, id, version, count }: EvaluationFacts["counts"][number]): UsedSource {
  return { kind: "count", id: id ?? code, version, period: null, value: String(count), basis: null };
}

function panelTaker({ code }: Criterion, sources: Sources): Taker {
  return takerOf((area) => {
    const id = `${code} ${area.code}`;
    const fact = sources.panels.get(id);
    if (fact === undefined) return lack("panel-missing");
    const { scores, version } = fact;
    const value = scores.join(" ");
    const read: UsedSource = { kind: "panel", id, version, period: null, value, basis: null };
    return { ...bare, value, other: { ...otherBare, scores, sources: [read] } };
  });
}

function milestoneTaker({ code }: Criterion, sources: Sources): Taker {
  return takerOf((area) => {
    const id = `${code} ${area.code}`;
    const fact = sources.milestones.get(id);
    if (fact === undefined) return lack("milestone-missing");
    const { state, version } = fact;
    const read: UsedSource = { kind: "milestone", id, version, period: null, value: state, basis: null };
    return { ...bare, value: state, other: { ...otherBare, state, sources: [read] } };
  });
}

/** What takes one input of a criterion, for any area. */
export function makeTaker(binding: Binding, criterion: Criterion, sources: Sources): Taker {
  const { indicator, caliber, benchmarks } = criterion;
  const own = indicator === null || caliber === null ? null : { indicator, caliber };
  switch (binding.from) {
    case "figure":
      return figureTaker(binding, own, sources);
    case "target":
      return targetTaker(binding.of, own, sources);
    case "constant":
      return takerOf(() => ({ ...bare, value: binding.value }));
    case "benchmark":
      return takerOf(({ type }) => {
        const value = benchmarkFor(benchmarks, sources.scheme.dataYear, type)?.[binding.field] ?? null;
        return value === null ? refused("benchmark-missing", { field: binding.field }) : { ...bare, value };
      });
    case "criterion":
    case "group": {
      const { from, code } = binding;
      return takerOf((_area, points) => {
        const found = points.get(`${from} ${code}`);
        return found === undefined
          ? lack("points-missing", { [from]: code })
          : { ...bare, value: plain(settle(found)) };
      });
    }
    case "panel":
      return panelTaker(criterion, sources);
    case "milestone":
      return milestoneTaker(criterion, sources);
    case "counts":
      return countsTaker(criterion, sources);
  }
}

function figureSource({ id, version, period, value }: FigureFact): UsedSource {
  return { kind: "observation", id, version, period, value: value ?? "", basis: null };
}

const usedAs: Record<Binding["from"], UsedInput["from"]> = {
  ...{ figure: "figure", target: "target", benchmark: "benchmark", constant: "constant", criterion: "points" },
  ...{ group: "points", panel: "panel", milestone: "milestone", counts: "counts" },
};

/** An input of a rule by its name, with where it comes from. */
interface NamedInput {
  readonly input: string;
  readonly from: Binding["from"];
}

/** Says what an input was and which versions it was taken from. */
export function describeInput({ input, from }: NamedInput, taken: Taken, year: number): UsedInput {
  const { value, figure, prior, target, other } = taken;
  const aim: UsedSource[] =
    target === null
      ? []
      : [
          {
            ...{ kind: "target", id: target.target.id, version: target.target.version, period: String(year) },
            ...{ value: target.value, basis: target.basis },
          },
        ];
  const read = [figure, prior].flatMap((one) => (one === null ? [] : [figureSource(one)]));
  return { input, from: usedAs[from], value, sources: [...read, ...aim, ...(other?.sources ?? [])] };
}
