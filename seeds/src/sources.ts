import type { Area, Membership } from "@yuanbiao/core/area";
import type { Bridge, Caliber } from "@yuanbiao/core/caliber";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { LightRule } from "@yuanbiao/core/light";
import type { Conflict, Observation } from "@yuanbiao/core/observation";
import type { Target } from "@yuanbiao/core/target";
import type { Task } from "@yuanbiao/core/task";
import type { Fact } from "./facts.ts";
import type { Placed } from "./rows.ts";
import type { TargetParts } from "./targets.ts";

/** All rows of a folder that passed their schema, each with its place, before they are checked against each other. */
export interface Sources extends TargetParts {
  /** Undefined where city.json was refused. */
  readonly city: Placed<string> | undefined;
  readonly documents: readonly Placed<PolicyDocument>[];
  readonly departments: readonly Placed<Department>[];
  readonly areas: readonly Placed<Area>[];
  readonly memberships: readonly Placed<Membership>[];
  readonly calibers: readonly Placed<Caliber>[];
  readonly indicators: readonly Placed<Indicator>[];
  readonly targets: readonly Placed<Target>[];
  readonly bridges: readonly Placed<Bridge>[];
  readonly observations: readonly Placed<Observation>[];
  readonly conflicts: readonly Placed<Conflict>[];
  readonly tasks: readonly Placed<Task>[];
  readonly lightRules: readonly Placed<LightRule>[];
  readonly facts: readonly Placed<Fact>[];
}

/** The nouns that other rows refer to by code. */
export const referredNouns = [
  "document",
  "department",
  "area",
  "caliber",
  "indicator",
  "target",
  "observation",
] as const;
export type ReferredNoun = (typeof referredNouns)[number];

/** Codes that the store already has, so that a folder may refer to them without repeating their rows. */
export type Known = Readonly<Partial<Record<ReferredNoun, ReadonlySet<string>>>>;

/** The codes that stand in a folder's own files; undefined where a file is missing or could not be read. */
export type Stated = Readonly<Record<ReferredNoun, ReadonlySet<string> | undefined>>;
