import type { Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";
import type { Noun, Records } from "../nouns.ts";
import { assessingSamples } from "./assessing-samples.ts";
import { reportingSamples } from "./reporting-samples.ts";

const named = { name: "名称", nameEn: "Name" };
const unnoted = { note: null, noteEn: null };

/** A figure for tests: "figure-1" of the park in 2020, 10.8 %. */
export function sampleObservation(part: Partial<Observation> = {}): Observation {
  return {
    id: "figure-1",
    area: "park",
    indicator: "share",
    caliber: "whole",
    period: "2020",
    periodBasis: "stated",
    state: "value",
    value: "10.8",
    text: null,
    textEn: null,
    unit: "%",
    qualifier: "=",
    stage: "unstated",
    role: "reported",
    reportedGrowth: "9.19",
    priorComparable: null,
    document: "plan",
    clause: "二（一）",
    publishedOn: "2021-02",
    class: "public",
    enterprises: null,
    ...unnoted,
    ...part,
  };
}

/** A target for tests: at least 30 % of the park by 2025, with every nested part filled. */
export function sampleTarget(part: Partial<Target> = {}): Target {
  return {
    id: "target-1",
    ...named,
    kind: "target",
    area: "park",
    areaBasis: "open",
    indicator: "share",
    caliber: "whole",
    due: "2025",
    comparator: "gte",
    value: "30",
    valueMax: null,
    tolerance: null,
    memberComparator: null,
    members: ["firm-b", "firm-a"],
    start: null,
    nature: "expected",
    aspirational: true,
    path: { kind: "document", shape: "linear", points: [{ period: "2020", value: "20" }] },
    readings: [
      {
        area: "park",
        caliber: null,
        via: { indicator: "share", area: "park", caliber: "whole" },
        bound: "<=",
        ...unnoted,
      },
    ],
    band: { min: "100", minInclusive: false, max: null, unit: "亿元" },
    series: "share-series",
    nestedIn: null,
    decomposition: [{ period: "2021", area: null, value: "22", document: "plan", clause: null }],
    citations: [{ document: "plan", clause: "三" }],
    conflicts: [],
    owes: "office",
    owesBasis: "suggested",
    decision: null,
    note: "a 'quoted' \"note\"\n第二行",
    noteEn: null,
    ...part,
  };
}

/** One record of every noun. */
export const samples: { readonly [N in Noun]: readonly [Records[N], ...Records[N][]] } = {
  document: [
    {
      code: "plan",
      ...named,
      kind: "policy",
      number: "柳政发〔2017〕1号",
      publisher: null,
      publishedOn: "2017-05",
      validity: "unverified",
      address: "https://example.org/plan?id=1",
      grade: "official",
      ...unnoted,
    },
  ],
  department: [
    {
      code: "office",
      ...named,
      city: "city",
      aliases: ["办公室"],
      members: [],
      from: "2017",
      to: null,
      successor: null,
      successionBasis: "unverified",
      ...unnoted,
    },
  ],
  area: [
    {
      code: "park",
      ...named,
      kind: "park",
      city: "city",
      aliases: ["园区", "高新区"],
      openEnded: true,
      from: "2010-09-26",
      to: null,
      department: "office",
      ...unnoted,
    },
  ],
  membership: [
    {
      area: "park",
      parent: "zone",
      kind: "member",
      role: "core",
      basis: "text",
      from: null,
      to: null,
      document: "plan",
      clause: "一",
    },
  ],
  indicator: [
    {
      code: "share",
      ...named,
      unit: "%",
      measure: "ratio",
      direction: "up",
      timing: "span",
      decimals: 2,
      whole: false,
      numerator: "part",
      denominator: "total",
      rollUp: "ratio-of-sums",
      department: "office",
      departmentFrom: "2017",
      departmentTo: null,
      definition: "占比",
      definitionEn: null,
    },
  ],
  caliber: [
    {
      code: "whole",
      ...named,
      scope: "全市",
      scopeEn: "Whole city",
      population: null,
      populationEn: null,
      denominator: null,
      denominatorEn: null,
      level: null,
      levelEn: null,
      price: "现价",
      priceEn: "Current prices",
      classification: null,
      classificationEn: null,
    },
  ],
  target: [sampleTarget()],
  bridge: [
    {
      target: "target-1",
      indicator: "share",
      area: "park",
      caliber: "whole",
      verdict: "assumed",
      reason: "口径待确认",
      reasonEn: null,
      confirmedBy: null,
      confirmedOn: null,
      document: "plan",
      publishedOn: null,
    },
  ],
  observation: [sampleObservation()],
  conflict: [{ code: "twice", observations: ["figure-1", "figure-2"], reason: "同文两处", reasonEn: null }],
  task: [
    {
      code: "task-1",
      ...named,
      kind: "key-task",
      area: "park",
      section: "二",
      sectionEn: null,
      departments: ["office", "bureau"],
      due: "2020",
      dueBasis: "inherited",
      document: "plan",
      clause: "二（一）",
      ...unnoted,
    },
  ],
  lightRule: [
    {
      code: "default",
      ...named,
      measure: "points",
      periods: 1,
      bands: [
        { light: "on-track", from: "-5", fromInclusive: true, to: null, toInclusive: false },
        { light: "behind", from: null, fromInclusive: false, to: "-5", toInclusive: false },
      ],
    },
  ],
  ...reportingSamples,
  ...assessingSamples,
};
