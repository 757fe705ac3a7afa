import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import type { Library } from "./auth/library.ts";
import type { Limiter } from "./auth/limiter.ts";
import type { Door } from "./door.ts";
import type { Files } from "./files.ts";
import type { HotBodies } from "./hot.ts";
import type { Registries } from "./registry.ts";
import type { Runs } from "./runs.ts";

/** What every verb may use. */
export interface Context {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly hot: HotBodies;
  readonly registries: Registries;
  /** Assessments as they were computed. */
  readonly runs: Runs;
  /** The bytes of evidence. */
  readonly files: Files;
  readonly door: Door;
  /** Signs cookies and encrypts the secrets of one-time codes; it is not in the database. */
  readonly secret: string;
  /** The sign-in library, set up when it is first needed. */
  readonly library: () => Library;
  /** The same with the provider of single sign-on, whose silence must not hold up passwords; null where there is none. */
  readonly singleSignOn: (() => Library) | null;
  /** Counts the failures of an address. */
  readonly limiter: Limiter;
  readonly version: string;
  /** Whether the store holds the made-up city: every page then says so. */
  readonly isDemo: boolean;
  /** Where the built page stands; null serves the interface alone. */
  readonly pages: string | null;
}
