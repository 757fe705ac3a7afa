import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import type { Library } from "./auth/library.ts";
import type { BackupSettings } from "./backup/settings.ts";
import type { Door } from "./door.ts";
import type { Files } from "./files.ts";
import type { HotBodies } from "./hot.ts";
import type { Jobs } from "./job/jobs.ts";
import type { Marks } from "./marks.ts";
import type { Metrics } from "./metrics.ts";
import type { Pace } from "./pace.ts";
import type { Registries } from "./registry.ts";
import type { Runs } from "./runs.ts";

/** Where this process keeps what is beside the database. */
export interface Settings {
  readonly dataDir: string;
  readonly backup: BackupSettings;
}

/** How this process is: the one thing of a context that changes. */
export interface Life {
  readonly startedAt: Date;
  /** It answers what it has begun and wants no more. */
  isStopping: boolean;
}

/** What every verb may use. */
export interface Context {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly hot: HotBodies;
  readonly marks: Marks;
  readonly registries: Registries;
  /** Assessments as they were computed. */
  readonly runs: Runs;
  /** The bytes of evidence. */
  readonly files: Files;
  /** What jobs were asked and answered, until they are forgotten. */
  readonly jobFiles: Files;
  readonly jobs: Jobs;
  readonly door: Door;
  /** Signs cookies and encrypts the secrets of one-time codes; it is not in the database. */
  readonly secret: string;
  /** The sign-in library, set up when it is first needed. */
  readonly library: () => Library;
  /** The same with the provider of single sign-on, whose silence must not hold up passwords; null where there is none. */
  readonly singleSignOn: (() => Library) | null;
  readonly version: string;
  readonly settings: Settings;
  readonly life: Life;
  /** Takes a request of somebody, or says in how many seconds the next one is taken. */
  readonly pace: Pace;
  readonly metrics: Metrics;
  /** Whether the store holds the made-up city: every page then says so. */
  readonly isDemo: boolean;
  /** Where the built page stands; null serves the interface alone. */
  readonly pages: string | null;
}
