import { Area, Membership } from "@yuanbiao/core/area";
import { Bridge, Caliber } from "@yuanbiao/core/caliber";
import { Department } from "@yuanbiao/core/department";
import { PolicyDocument } from "@yuanbiao/core/document";
import { Indicator } from "@yuanbiao/core/indicator";
import { Conflict, Observation } from "@yuanbiao/core/observation";
import { Task } from "@yuanbiao/core/task";
import type { CellKind, Sheet } from "./rows.ts";

const naming = { code: "text", name: "text", nameEn: "optional" } as const;
const noting = { note: "optional", noteEn: "optional" } as const;

export const documentSheet: Sheet<PolicyDocument> = {
  file: "documents.csv",
  schema: PolicyDocument,
  columns: {
    ...naming,
    kind: "text",
    number: "optional",
    publisher: "optional",
    publishedOn: "optional",
    validity: "optional",
    address: "optional",
    grade: "text",
    ...noting,
  },
};

const departmentColumns: Record<string, CellKind> = {
  ...naming,
  aliases: "list",
  members: "list",
  from: "optional",
  to: "optional",
  successor: "optional",
  successionBasis: "optional",
  ...noting,
};
/** The city of an area or department is that of its folder, so it is no column. */
export const departmentSheet = {
  file: "departments.csv",
  schema: Department.omit({ city: true }),
  columns: departmentColumns,
} satisfies Sheet<Omit<Department, "city">>;

const areaColumns: Record<string, CellKind> = {
  ...naming,
  kind: "text",
  aliases: "list",
  openEnded: "flag",
  from: "optional",
  to: "optional",
  department: "optional",
  ...noting,
};
export const areaSheet = {
  file: "areas.csv",
  schema: Area.omit({ city: true }),
  columns: areaColumns,
} satisfies Sheet<Omit<Area, "city">>;

export const membershipSheet: Sheet<Membership> = {
  file: "memberships.csv",
  schema: Membership,
  columns: {
    area: "text",
    parent: "text",
    kind: "text",
    role: "optional",
    basis: "text",
    from: "optional",
    to: "optional",
    document: "optional",
    clause: "optional",
  },
};

export const caliberSheet: Sheet<Caliber> = {
  file: "calibers.csv",
  schema: Caliber,
  columns: {
    ...naming,
    scope: "optional",
    scopeEn: "optional",
    population: "optional",
    populationEn: "optional",
    denominator: "optional",
    denominatorEn: "optional",
    level: "optional",
    levelEn: "optional",
    price: "optional",
    priceEn: "optional",
    classification: "optional",
    classificationEn: "optional",
  },
};

export const indicatorSheet: Sheet<Indicator> = {
  file: "indicators.csv",
  schema: Indicator,
  columns: {
    ...naming,
    unit: "plain",
    measure: "text",
    direction: "text",
    timing: "text",
    decimals: "count",
    whole: "flag",
    numerator: "optional",
    denominator: "optional",
    rollUp: "text",
    department: "optional",
    departmentFrom: "optional",
    departmentTo: "optional",
    definition: "optional",
    definitionEn: "optional",
  },
};

export const bridgeSheet: Sheet<Bridge> = {
  file: "bridges.csv",
  schema: Bridge,
  columns: {
    target: "text",
    indicator: "text",
    area: "text",
    caliber: "text",
    verdict: "text",
    reason: "text",
    reasonEn: "optional",
    confirmedBy: "optional",
    confirmedOn: "optional",
    document: "optional",
    publishedOn: "optional",
  },
};

export const observationSheet: Sheet<Observation> = {
  file: "observations.csv",
  schema: Observation,
  columns: {
    id: "text",
    area: "text",
    indicator: "text",
    caliber: "text",
    period: "text",
    periodBasis: "text",
    state: "text",
    value: "optional",
    text: "optional",
    textEn: "optional",
    unit: "plain",
    qualifier: "text",
    stage: "text",
    role: "text",
    reportedGrowth: "optional",
    priorComparable: "optional",
    document: "text",
    clause: "optional",
    publishedOn: "optional",
    class: "text",
    ...noting,
  },
};

export const conflictSheet: Sheet<Conflict> = {
  file: "conflicts.csv",
  schema: Conflict,
  columns: { code: "text", observations: "list", reason: "text", reasonEn: "optional" },
};

export const taskSheet: Sheet<Task> = {
  file: "tasks.csv",
  schema: Task,
  columns: {
    ...naming,
    kind: "text",
    area: "text",
    section: "text",
    sectionEn: "optional",
    departments: "list",
    due: "optional",
    dueBasis: "optional",
    document: "text",
    clause: "text",
    ...noting,
  },
};
