import type { Area, Membership } from "@yuanbiao/core/area";
import type { Bridge, Caliber } from "@yuanbiao/core/caliber";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { LightRule } from "@yuanbiao/core/light";
import type { ChangeReason, Conflict, Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";
import type { Task } from "@yuanbiao/core/task";

/** What is stored in versions, and the fields that say which thing a version is of. */
export interface Records {
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
} as const satisfies { readonly [N in Noun]: readonly (keyof Records[N])[] };

/** The fields of the primary key before the version: the area stands in the key of the large tables. */
export const storageKeys: { readonly [N in Noun]: readonly (keyof Records[N] & string)[] } = {
  ...identities,
  target: ["area", "id"],
  observation: ["area", "id"],
};

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
