import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "@yuanbiao/db/store";
import type { Logger } from "pino";
import { makeLibrary } from "./auth/library.ts";
import { makeLimiter } from "./auth/limiter.ts";
import { admitsSubject } from "./auth/single-sign-on.ts";
import type { OidcConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { type Door, loopbackDoor } from "./door.ts";
import { openFiles } from "./files.ts";
import { makeHotBodies } from "./hot.ts";
import { makeRegistries } from "./registry.ts";
import { makeRuns } from "./runs.ts";
import { makeToken } from "./session.ts";

const root = join(import.meta.dirname, "..", "..");
const data = join(root, "data");
const built = join(root, "web", "dist");

interface Parts {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Loopback where nothing is said. */
  readonly door?: Door;
  /** One of this process alone where nothing is said. */
  readonly secret?: string;
  /** Where files are kept beside the database. */
  readonly dataDir?: string;
  readonly isDemo?: boolean;
  readonly oidc?: OidcConfig | null;
  /** Where the provider of single sign-on sends browsers back to. */
  readonly origin?: string;
}

/** A context over a store: with the built page where there is one. */
export function makeContext(parts: Parts): Context {
  const {
    store,
    clock,
    logger,
    door = loopbackDoor,
    secret = makeToken(),
    oidc = null,
    dataDir = data,
    isDemo = false,
  } = parts;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const origin = parts.origin ?? door.publicOrigin ?? "http://127.0.0.1";
  const admits = (account: string, subject: string) => admitsSubject({ store, clock }, account, subject);
  const settings = { door, secret, origin, admitsSubject: admits };
  return {
    store,
    clock,
    logger,
    hot: makeHotBodies(),
    registries: makeRegistries(store),
    runs: makeRuns(),
    files: openFiles(join(dataDir, "evidence")),
    door,
    secret,
    library: once(() => makeLibrary({ ...settings, oidc: null })),
    singleSignOn: oidc === null ? null : once(() => makeLibrary({ ...settings, oidc })),
    limiter: makeLimiter(),
    version,
    isDemo,
    pages: existsSync(join(built, "index.html")) ? built : null,
  };
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
