import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import type { Store } from "@yuanbiao/db/store";
import { loadShipped } from "@yuanbiao/seeds/load";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import type { Context } from "@yuanbiao/server/context";
import { listen, makeServer } from "@yuanbiao/server/start";
import { type Logger, pino } from "pino";

/** The day on which the tests ask: after the due dates of 2020, before the end of 2026. */
export const today = new Date("2026-11-21T04:00:00.000Z");

export interface Served {
  readonly store: Store;
  readonly context: Context;
  readonly folder: string;
  /** Sends a request through the whole server without a network. */
  ask(address: string, init?: RequestInit): Promise<Response>;
  /** The JSON of an answer that must be 200. */
  read(address: string, headers?: Record<string, string>): Promise<unknown>;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly empty?: boolean;
  readonly logger?: Logger;
  readonly clock?: () => Date;
  /** PostgreSQL instead of a file. */
  readonly databaseUrl?: string;
}

/** A server over a store of its own in a temporary folder, with the shipped data unless `empty`. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-"));
  const { databaseUrl } = options;
  const store = await openStore(databaseUrl === undefined ? { dataDir: folder } : { databaseUrl });
  if (options.empty !== true) await loadShipped(store);
  const logger = options.logger ?? pino({ level: "silent" });
  const context = makeContext({ store, clock: options.clock ?? (() => today), logger });
  const app = makeApp(context);
  const ask = async (address: string, init?: RequestInit): Promise<Response> => app.request(address, init);
  return {
    store,
    context,
    folder,
    ask,
    async read(address, headers = {}) {
      const response = await ask(address, { headers });
      if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same server listening on a port of loopback. */
export async function listenOnLoopback(served: Served): Promise<{ origin: string; close(): Promise<void> }> {
  const server = makeServer(served.context);
  const port = await listen(server, 0, "127.0.0.1");
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
