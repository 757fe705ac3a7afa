import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { countJobs, listJobs } from "@yuanbiao/db/queries/job";
import type { Store } from "@yuanbiao/db/store";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a watcher of the system counts. No label names a person, an area or a figure. */
export interface Metrics {
  /** Counts a request when it is answered. */
  note(request: IncomingMessage, response: ServerResponse): void;
  /** Tells one number more, which is read whenever somebody asks; null leaves it out. */
  follow(told: Told): void;
  tell(): Promise<{ readonly type: string; readonly text: string }>;
}

interface Told {
  readonly name: string;
  readonly help: string;
  readonly read: () => Promise<number | null>;
}

const buckets = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
const prefix = "yuanbiao_";
const firstLookMilliseconds = 100;

export function makeMetrics(store: Store): Metrics {
  const registry = new Registry();
  const durations = new Histogram({
    name: `${prefix}request_seconds`,
    help: "time until a request was answered, by noun, method and class of status",
    labelNames: ["noun", "method", "status"],
    buckets,
    registers: [registry],
  });
  let completed: Promise<void> | undefined;
  // Watching the process costs a timer or two: not before somebody asks.
  const complete = async (): Promise<void> => {
    collectDefaultMetrics({ register: registry, prefix });
    addStoreGauges(registry, store);
    // Before its first look the watch of the event loop tells nonsense.
    await sleep(firstLookMilliseconds);
  };
  return {
    note(request, response) {
      const begin = performance.now();
      const { method = "", url = "" } = request;
      response.once("finish", () => {
        const labels = { noun: nounOf(url), method, status: `${String(response.statusCode)[0]}xx` };
        durations.observe(labels, (performance.now() - begin) / 1000);
      });
    },
    follow({ name, help, read }) {
      new Gauge({
        ...{ name: `${prefix}${name}`, help, registers: [registry] },
        async collect() {
          this.reset();
          const value = await read();
          if (value === null) this.remove();
          else this.set(value);
        },
      });
    },
    async tell() {
      completed ??= complete();
      await completed;
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function addStoreGauges(registry: Registry, store: Store): void {
  const registers = [registry];
  new Gauge({
    ...{ name: `${prefix}jobs`, help: "jobs by state", labelNames: ["state"], registers },
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await countJobs(store))) this.set({ state }, count);
    },
  });
  new Gauge({
    ...{ name: `${prefix}data_version`, help: "the number of commits of figures and definitions", registers },
    async collect() {
      this.set(await store.readVersion());
    },
  });
  new Gauge({
    ...{ name: `${prefix}last_backup_seconds`, help: "when the last nightly backup was done, Unix time", registers },
    async collect() {
      const backups = await listJobs(store, { kind: "backup", limit: 10 });
      const done = backups.find(({ status }) => status === 200);
      if (done?.finishedAt != null) this.set(Date.parse(done.finishedAt) / 1000);
    },
  });
}

/** The noun of an address: the nouns are few, the addresses are not. */
function nounOf(url: string): string {
  return /^\/api\/([a-z]{1,20})(?=[/?]|$)/.exec(url)?.[1] ?? (url.startsWith("/api") ? "other" : "page");
}
