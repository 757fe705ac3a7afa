import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccountRole } from "@yuanbiao/core/access";
import { openStore } from "@yuanbiao/db/open";
import type { Store } from "@yuanbiao/db/store";
import { loadShipped } from "@yuanbiao/seeds/load";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import type { OidcConfig } from "@yuanbiao/server/config";
import type { Context } from "@yuanbiao/server/context";
import { listen, makeServer } from "@yuanbiao/server/start";
import { type Logger, pino } from "pino";
import { type Grants, signIn } from "./signed-in.ts";

/** The day on which the tests ask: after the due dates of 2020, before the end of 2026. */
export const today = new Date("2026-11-21T04:00:00.000Z");

/** Asks as somebody. */
export interface Asking {
  /** Sends a request through the whole server without a network. */
  ask(address: string, init?: RequestInit): Promise<Response>;
  /** The JSON of an answer that must be 200. */
  read(address: string, headers?: Record<string, string>): Promise<unknown>;
  /** Sends JSON; the answer as it is. */
  send(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface SignedIn extends Asking {
  readonly account: string;
  /** What the browser sends back. */
  readonly cookie: string;
}

/** Asks by default as somebody who is signed in and may read what is public. */
export interface Served extends Asking {
  readonly store: Store;
  readonly context: Context;
  readonly folder: string;
  readonly cookie: string;
  /** A new account with this role, or with none, signed in. */
  as(role: AccountRole | null, grants?: Grants): Promise<SignedIn>;
  /** Nobody: no cookie. */
  readonly signedOut: Asking;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly empty?: boolean;
  readonly logger?: Logger;
  readonly clock?: () => Date;
  /** PostgreSQL instead of a file. */
  readonly databaseUrl?: string;
  readonly oidc?: OidcConfig;
  readonly origin?: string;
}

type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** A way to ask with these headers on every request. */
export function askWith(fetch: Fetch, always: Readonly<Record<string, string>>): Asking {
  const ask: Fetch = (address, init = {}) =>
    fetch(address, { ...init, headers: { ...always, ...Object.fromEntries(new Headers(init.headers)) } });
  return {
    ask,
    async read(address, headers = {}) {
      const response = await ask(address, { headers });
      if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    send: (method, address, body, headers = {}) => {
      const type = { "content-type": "application/json" };
      return body === undefined
        ? ask(address, { method, headers })
        : ask(address, { method, headers: { ...type, ...headers }, body: JSON.stringify(body) });
    },
  };
}

/** A server over a store of its own in a temporary folder, with the shipped data unless `empty`. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-"));
  const { databaseUrl } = options;
  const place = databaseUrl === undefined ? { dataDir: folder } : { databaseUrl };
  const store = await openStore(place, options.clock === undefined ? {} : { clock: options.clock });
  if (options.empty !== true) await loadShipped(store);
  const logger = options.logger ?? pino({ level: "silent" });
  const { oidc = null, origin = "http://127.0.0.1", clock = () => today } = options;
  const context = makeContext({ store, clock, logger, dataDir: folder, oidc, origin });
  const app = makeApp(context);
  const plain: Fetch = async (address, init) => app.request(address, init);
  const as = async (role: AccountRole | null, grants: Grants = {}): Promise<SignedIn> => {
    const { account, cookie } = await signIn(context, role, grants);
    return { account, cookie, ...askWith(plain, { cookie }) };
  };
  const { cookie, ...reader } = await as("expert", { account: "reader" });
  return {
    ...reader,
    cookie,
    store,
    context,
    folder,
    as,
    signedOut: askWith(plain, {}),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Listening {
  readonly origin: string;
  /** Asks over the network as the reader. */
  readonly reader: Asking;
  close(): Promise<void>;
}

/** The same server listening on a port of loopback. */
export async function listenOnLoopback(served: Served, port = 0): Promise<Listening> {
  const server = makeServer(served.context);
  const origin = `http://127.0.0.1:${await listen(server, port, "127.0.0.1")}`;
  return {
    origin,
    reader: askWith((address, init) => fetch(origin + address, init), { cookie: served.cookie }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
