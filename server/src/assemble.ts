import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import type { Context } from "./context.ts";
import { makeHotBodies } from "./hot.ts";
import { makeRegistries } from "./registry.ts";

const root = join(import.meta.dirname, "..", "..");
const built = join(root, "web", "dist");

/** A context over a store: with the built page where there is one. */
export function makeContext({ store, clock, logger }: { store: Store; clock: () => Date; logger: Logger }): Context {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    store,
    clock,
    logger,
    hot: makeHotBodies(),
    registries: makeRegistries(store),
    version,
    pages: existsSync(join(built, "index.html")) ? built : null,
  };
}
