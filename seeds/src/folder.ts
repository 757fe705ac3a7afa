import type { Area, Membership } from "@yuanbiao/core/area";
import type { Bridge, Caliber } from "@yuanbiao/core/caliber";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { LightRule } from "@yuanbiao/core/light";
import type { Conflict, Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";
import type { Task } from "@yuanbiao/core/task";

/** What one data folder holds, checked row by row and reference by reference. */
export interface Folder {
  readonly city: string;
  readonly documents: readonly PolicyDocument[];
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly memberships: readonly Membership[];
  readonly calibers: readonly Caliber[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly bridges: readonly Bridge[];
  readonly observations: readonly Observation[];
  readonly conflicts: readonly Conflict[];
  readonly tasks: readonly Task[];
  readonly lightRules: readonly LightRule[];
}

/** Why a row was refused: where it stands and a code with its particulars. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly value: string | null;
}
