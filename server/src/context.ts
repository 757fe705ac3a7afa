import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import type { HotBodies } from "./hot.ts";
import type { Registries } from "./registry.ts";

/** What every verb may use. */
export interface Context {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly hot: HotBodies;
  readonly registries: Registries;
  readonly version: string;
  /** Where the built page stands; null serves the interface alone. */
  readonly pages: string | null;
}
