import type { AddressInfo } from "node:net";
import { may } from "@yuanbiao/core/access";
import { openStore } from "@yuanbiao/db/open";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import type { Context } from "@yuanbiao/server/context";
import { makeServer } from "@yuanbiao/server/start";
import { pino } from "pino";
import { z } from "zod";
import { type Ids, pathValues, readIds, realValues } from "./ids.ts";
import { askers, gather, type People } from "./people.ts";
import type { Sources } from "./plan.ts";
import { readInterface } from "./routes.ts";
import type { Samples } from "./sample.ts";
import { accountSamples } from "./samples-accounts.ts";
import { assessingSamples } from "./samples-assessing.ts";
import { reportingSamples } from "./samples-reporting.ts";
import { trackingSamples } from "./samples-tracking.ts";
import { now, type Template } from "./template.ts";

/** A server over a copy of the template, with everybody who asks it. */
export interface World {
  readonly context: Context;
  readonly people: People;
  readonly folder: string;
  readonly port: number;
  readonly sources: Sources;
  /** What the server noted as faults of its own. */
  readonly faults: string[];
  readonly ask: Ask;
  close(): Promise<void>;
}

async function samplesOf(context: Context, ids: Ids): Promise<Samples> {
  const draft = await findScheme(context.store, { asOf: null }, "draft-ready");
  if (draft === undefined) throw new Error("the template has no scheme to revise");
  return {
    ...accountSamples(ids),
    ...trackingSamples(ids),
    ...reportingSamples(ids),
    ...assessingSamples(ids, draft.body),
  };
}

export type Ask = (address: string, init: RequestInit) => Promise<Response>;

/** Jobs that wait: requests that leaders and the office put off. */
async function putOff(ask: Ask, people: People): Promise<string[]> {
  const jobs: string[] = [];
  for (const who of ["leader", "assessor"]) {
    const headers = { ...(await people.headersOf(who)), prefer: "respond-async" };
    const response = await ask("/api/evaluations/yx-2018/report.docx", { headers });
    if (response.status === 202) jobs.push(z.object({ id: z.string() }).parse(await response.json()).id);
  }
  return jobs;
}

/** What requests are drawn from: the description, what is in the store, and who asks. */
export async function readSources(context: Context, people: People, ask: Ask): Promise<Sources> {
  const described = readInterface(await (await ask("/api/openapi.json", {})).json());
  const ids = { ...(await readIds(context)), jobs: await putOff(ask, people) };
  const actors = await Promise.all(askers.map(async (name) => ({ name, actor: await people.actorOf(name) })));
  return {
    described,
    knowledge: { named: described.named, real: realValues(ids) },
    samples: await samplesOf(context, ids),
    valuesOf: (path) => pathValues(path, ids),
    askers,
    holdersOf: ({ right }) =>
      actors.flatMap(({ name, actor }) => (right === "everybody" || may(actor, right) ? [name] : [])),
  };
}

export async function openWorld(template: Template): Promise<World> {
  const { place, folder, drop } = await template.copy();
  const store = await openStore(place, { clock: () => now });
  const faults: string[] = [];
  const logger = pino({ level: "error", base: null }, { write: (line: string) => void faults.push(line) });
  const context = makeContext({ store, clock: () => now, logger, dataDir: folder });
  // Work is put off as where somebody does it; here nobody does, so that nothing changes by itself.
  context.jobs.onNudge(() => undefined);
  const app = makeApp(context);
  const people = await gather(context);
  const server = makeServer(context);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ask: Ask = async (address, init) => app.request(address, init);
  return {
    ...{ context, people, folder, faults },
    port: portOf(server.address()),
    sources: await readSources(context, people, ask),
    ask,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      // What is noted beside a request may still be on its way.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.close();
      await drop();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
