import type { Area } from "@yuanbiao/core/area";
import type { Caliber } from "@yuanbiao/core/caliber";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";

/** Made-up parks for measuring; every name says so, and no store that holds them holds real figures. */
export interface Size {
  readonly parks: number;
  readonly indicators: number;
  readonly years: number;
}

export const national: Size = { parks: 2500, indicators: 46, years: 10 };
export const city = "synthetic";
const firstYear = 2015;
const pad = (index: number): string => String(index).padStart(4, "0");
export const parkCode = (index: number): string => `park-${pad(index)}`;
export const indicatorCode = (index: number): string => `indicator-${pad(index)}`;

export const document: PolicyDocument = {
  code: "synthetic-plan",
  name: "合成数据（仅供测量）",
  nameEn: "Synthetic data for measuring",
  kind: "policy",
  number: null,
  publisher: null,
  publishedOn: "2015-01-01",
  validity: null,
  address: null,
  grade: "original",
  note: null,
  noteEn: null,
};

export const caliber: Caliber = {
  code: "whole",
  name: "合成口径",
  nameEn: "Synthetic caliber",
  scope: "合成",
  scopeEn: "Synthetic",
  population: null,
  populationEn: null,
  denominator: null,
  denominatorEn: null,
  level: null,
  levelEn: null,
  price: null,
  priceEn: null,
  classification: null,
  classificationEn: null,
};

export function areas({ parks }: Size): Area[] {
  const area = (code: string, kind: Area["kind"], name: string): Area => ({
    code,
    name,
    nameEn: null,
    kind,
    city,
    aliases: [],
    openEnded: false,
    from: null,
    to: null,
    department: null,
    note: null,
    noteEn: null,
  });
  const all = Array.from({ length: parks }, (_, index) => area(parkCode(index), "park", `合成园区${pad(index)}`));
  return [area(city, "city", "合成城市"), ...all];
}

export function indicators({ indicators: count }: Size): Indicator[] {
  return Array.from({ length: count }, (_, index) => ({
    code: indicatorCode(index),
    name: `合成指标${pad(index)}`,
    nameEn: null,
    unit: "亿元",
    measure: "stock",
    direction: "up",
    timing: "point",
    decimals: 2,
    whole: false,
    numerator: null,
    denominator: null,
    rollUp: "sum",
    department: null,
    departmentFrom: null,
    departmentTo: null,
    definition: null,
    definitionEn: null,
  }));
}

/** A fixed sequence of numbers in [0, 1), the same at every run. */
function noise(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export function targetsOf(park: number, { indicators: count }: Size): Target[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${parkCode(park)}.${pad(index)}`,
    name: `合成目标${pad(index)}`,
    nameEn: null,
    kind: "target",
    area: parkCode(park),
    areaBasis: "stated",
    indicator: indicatorCode(index),
    caliber: caliber.code,
    due: "2025",
    comparator: "gte",
    value: String(200 + index),
    valueMax: null,
    tolerance: null,
    memberComparator: null,
    members: [],
    start: null,
    nature: "expected",
    aspirational: false,
    path: {
      kind: "document",
      shape: "linear",
      points: [
        { period: "2014", value: "100" },
        { period: "2025", value: String(200 + index) },
      ],
    },
    readings: [],
    band: null,
    series: null,
    nestedIn: null,
    decomposition: [],
    citations: [{ document: document.code, clause: null }],
    conflicts: [],
    owes: null,
    owesBasis: null,
    decision: null,
    note: null,
    noteEn: null,
  }));
}

/** Four figures a year of every indicator of one park. */
export function observationsOf(park: number, { indicators: count, years }: Size): Observation[] {
  const next = noise(park);
  const figures: Observation[] = [];
  for (let index = 0; index < count; index += 1) {
    for (let quarter = 0; quarter < years * 4; quarter += 1) {
      const year = firstYear + Math.floor(quarter / 4);
      figures.push({
        id: `${parkCode(park)}.${pad(index)}.${pad(quarter)}`,
        area: parkCode(park),
        indicator: indicatorCode(index),
        caliber: caliber.code,
        period: quarter % 4 === 3 ? `${year}` : `${year}-Q${(quarter % 4) + 1}`,
        periodBasis: "stated",
        state: "value",
        value: (100 + quarter * (1.5 + next()) + 10 * next()).toFixed(2).replace(/\.?0+$/, ""),
        text: null,
        textEn: null,
        unit: "亿元",
        qualifier: "=",
        stage: "final",
        role: "adopted",
        reportedGrowth: null,
        priorComparable: null,
        document: document.code,
        clause: null,
        publishedOn: `${year + 1}-01`,
        class: "public",
        enterprises: null,
        note: null,
        noteEn: null,
      });
    }
  }
  return figures;
}
