import type { Area, Membership } from "@yuanbiao/core/area";
import type { Bridge, Caliber } from "@yuanbiao/core/caliber";
import type { Check } from "@yuanbiao/core/check";
import type { Decision } from "@yuanbiao/core/decision";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { AssessmentEntry, Evaluation, Panel, PanelScore } from "@yuanbiao/core/evaluation";
import type { Evidence } from "@yuanbiao/core/evidence";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { Letter } from "@yuanbiao/core/letter";
import type { LightRule } from "@yuanbiao/core/light";
import type { Objection } from "@yuanbiao/core/objection";
import type { ChangeReason, Conflict, Observation } from "@yuanbiao/core/observation";
import type { Report, ReportLine, Verification } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { SchemeRecord } from "@yuanbiao/core/scheme-record";
import type { Target } from "@yuanbiao/core/target";
import type { Task } from "@yuanbiao/core/task";

/** What pages and the tracking interface show: a change of it makes kept answers out of date. */
export interface TrackedRecords {
  readonly document: PolicyDocument;
  readonly department: Department;
  readonly area: Area;
  readonly membership: Membership;
  readonly indicator: Indicator;
  readonly caliber: Caliber;
  readonly target: Target;
  readonly bridge: Bridge;
  readonly observation: Observation;
  readonly conflict: Conflict;
  readonly task: Task;
  readonly lightRule: LightRule;
}
export type TrackedNoun = keyof TrackedRecords;

/** What reporting works with; it becomes tracked when figures are accepted and adopted. */
export interface ReportingRecords {
  readonly round: Round;
  readonly report: Report;
  readonly reportLine: ReportLine;
  readonly verification: Verification;
  readonly check: Check;
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly letter: Letter;
}

/** What an assessment works with. */
export interface AssessingRecords {
  readonly scheme: SchemeRecord;
  readonly evaluation: Evaluation;
  readonly panel: Panel;
  readonly panelScore: PanelScore;
  readonly assessmentEntry: AssessmentEntry;
  readonly objection: Objection;
}

/** What is stored in versions, and the fields that say which thing a version is of. */
export type Records = TrackedRecords & ReportingRecords & AssessingRecords;
export type Noun = keyof Records;

export const identities = {
  document: ["code"],
  department: ["code"],
  area: ["code"],
  membership: ["area", "parent", "kind"],
  indicator: ["code"],
  caliber: ["code"],
  target: ["id"],
  bridge: ["target", "indicator", "area", "caliber"],
  observation: ["id"],
  conflict: ["code"],
  task: ["code"],
  lightRule: ["code"],
  round: ["code"],
  report: ["id"],
  reportLine: ["report", "indicator"],
  verification: ["report", "indicator"],
  check: ["code"],
  evidence: ["id"],
  decision: ["target"],
  letter: ["id"],
  scheme: ["code"],
  evaluation: ["id"],
  panel: ["assessment", "criterion"],
  panelScore: ["assessment", "area", "criterion", "judge"],
  assessmentEntry: ["assessment", "area", "kind", "code"],
  objection: ["id"],
} as const satisfies { readonly [N in Noun]: readonly (keyof Records[N])[] };

/** The fields of the primary key before the version: the area stands in the key of the large tables. */
export const storageKeys: { readonly [N in Noun]: readonly (keyof Records[N] & string)[] } = {
  ...identities,
  target: ["area", "id"],
  observation: ["area", "id"],
  report: ["area", "id"],
  reportLine: ["area", "report", "indicator"],
  verification: ["area", "report", "indicator"],
  evidence: ["area", "id"],
  decision: ["area", "target"],
  objection: ["area", "id"],
};

const untracked: readonly string[] = [
  "round",
  "report",
  "reportLine",
  "verification",
  "check",
  "evidence",
  "decision",
  "letter",
  "scheme",
  "evaluation",
  "panel",
  "panelScore",
  "assessmentEntry",
  "objection",
] satisfies (keyof (ReportingRecords & AssessingRecords))[];

/** Whether a noun is part of what kept answers are made of. */
export function isTracked(noun: string): boolean {
  return Object.hasOwn(identities, noun) && !untracked.includes(noun);
}

/** Rows that are only added, and rows that are changed in place: neither has versions. */
export const appendOnly = [
  "seedLoad",
  "reportEvent",
  "reportPrint",
  "evaluationStep",
  "evaluationResult",
  "evaluationSource",
] as const;
export const inPlace = {
  account: ["id"],
  credential: ["id"],
  session: ["id"],
  challenge: ["id"],
  secondFactor: ["id"],
  apiKey: ["id"],
  securityPolicy: ["id"],
  idempotency: ["account", "key"],
} as const;
export type AppendOnly = (typeof appendOnly)[number];
export type InPlace = keyof typeof inPlace;

/** A version of a record: when and by whom it was recorded, and why. */
export interface Version {
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly changeReason: ChangeReason;
  readonly changeNote: string | null;
}
export type Versioned<T> = T & Version;

/** `asOf`: an instant in UTC with milliseconds (core's parseAsOf); null is now. */
export interface Cut {
  readonly asOf: string | null;
}
