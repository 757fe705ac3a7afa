import type { Bearing, Figure } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { standardLights } from "./light.ts";
import { calculateProgress, type Progress, type ProgressInput } from "./progress.ts";
import type { Target } from "./target.ts";

/** For tests: records with everything that a case does not speak of filled in. */

export function exampleIndicator(own: Partial<Indicator> = {}): Indicator {
  return {
    code: "share",
    name: "比重",
    nameEn: null,
    unit: "%",
    measure: "ratio",
    direction: "up",
    timing: "point",
    decimals: 0,
    whole: false,
    numerator: null,
    denominator: null,
    rollUp: "ratio-of-sums",
    department: null,
    departmentFrom: null,
    departmentTo: null,
    definition: null,
    definitionEn: null,
    ...own,
  };
}

export function exampleTarget(own: Partial<Target> = {}): Target {
  return {
    id: "T",
    name: "目标",
    nameEn: null,
    kind: "target",
    area: "zone",
    areaBasis: "stated",
    indicator: "share",
    caliber: "all",
    due: "2020",
    comparator: "gte",
    value: "20",
    valueMax: null,
    tolerance: null,
    memberComparator: null,
    members: [],
    start: null,
    nature: "unstated",
    aspirational: false,
    path: null,
    readings: [],
    band: null,
    series: null,
    nestedIn: null,
    decomposition: [],
    citations: [{ document: "D", clause: null }],
    conflicts: [],
    owes: null,
    owesBasis: null,
    decision: null,
    note: null,
    noteEn: null,
    ...own,
  };
}

export function exampleFigure(own: Partial<Figure> = {}): Figure {
  return {
    id: "F",
    area: "zone",
    indicator: "share",
    caliber: "all",
    period: "2020",
    periodBasis: "stated",
    state: "value",
    value: "10",
    text: null,
    textEn: null,
    unit: "%",
    qualifier: "=",
    stage: "unstated",
    role: "reported",
    reportedGrowth: null,
    priorComparable: null,
    document: "D",
    clause: null,
    publishedOn: null,
    class: "public",
    enterprises: null,
    note: null,
    noteEn: null,
    version: 1,
    recordedAt: "2026-01-01T00:00:00.000Z",
    ...own,
  };
}

export function exampleBearing(own: Partial<Figure> = {}, joined: Partial<Omit<Bearing, "figure">> = {}): Bearing {
  return { figure: exampleFigure(own), grade: "official", verdict: "exact", bridge: null, ...joined };
}

/** Progress of an example target; parts that a case does not name are the examples'. */
export function exampleProgress(own: {
  readonly target?: Partial<Target>;
  readonly indicator?: Partial<Indicator>;
  readonly figures?: readonly Bearing[];
  readonly members?: ProgressInput["members"];
  readonly readings?: ProgressInput["readings"];
  readonly rule?: ProgressInput["rule"];
  readonly on: string;
}): Progress {
  return calculateProgress({
    target: exampleTarget(own.target),
    indicator: exampleIndicator(own.indicator),
    bearings: own.figures ?? [],
    members: own.members ?? [],
    readings: own.readings ?? [],
    rule: own.rule ?? standardLights,
    on: own.on,
  });
}
