import type { Store } from "@yuanbiao/db/store";
import {
  assessmentCalibers,
  assessmentDocuments,
  assessmentFigures,
  assessmentIndicators,
  assessmentTargets,
} from "./demo-assessment.ts";
import { demoFigures } from "./demo-figures.ts";
import { demoCaliber, demoIndicators } from "./demo-indicators.ts";
import { demoAreas, demoCity, demoDepartments, demoDocuments, demoMemberships } from "./demo-places.ts";
import { demoPromise, demoTargets, demoTasks } from "./demo-targets.ts";
import type { Folder } from "./folder.ts";
import { writeFolder } from "./load.ts";

/** The years of the demonstration, as seen from a day: figures of three years before, targets due the year after. */
export interface DemoYears {
  readonly firstYear: number;
  readonly dueYear: number;
  /** How many quarters have ended since the first year began. */
  readonly quartersEnded: number;
}

export function demoYears(today: string): DemoYears {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const firstYear = year - 3;
  return { firstYear, dueYear: year + 1, quartersEnded: 12 + Math.floor((month - 1) / 3) };
}

/** How many of the quarters that ended are left to the rounds of the demonstration. */
export const demoRounds = 3;

export function demoFolder({ firstYear, dueYear, quartersEnded }: DemoYears): Folder {
  return {
    city: demoCity,
    documents: [...demoDocuments(firstYear), ...assessmentDocuments],
    departments: demoDepartments,
    areas: demoAreas,
    memberships: demoMemberships,
    calibers: [demoCaliber, ...assessmentCalibers],
    indicators: [...demoIndicators, ...assessmentIndicators],
    targets: [...demoTargets(firstYear, dueYear), demoPromise(), ...assessmentTargets()],
    bridges: [],
    observations: [...demoFigures(firstYear, quartersEnded - demoRounds), ...assessmentFigures()],
    conflicts: [],
    tasks: demoTasks(dueYear),
    lightRules: [],
  };
}

/** Loads the demonstration's city into an empty store. */
export async function loadDemo(store: Store, years: DemoYears): Promise<void> {
  const options = { actor: "system", reason: "other", note: "演示数据" } as const;
  await writeFolder(store, demoFolder(years), { name: "demo", digest: "demo" }, options);
}
