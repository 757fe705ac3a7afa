import type { Observation } from "@yuanbiao/core/observation";
import { getPeriod, makePeriod } from "@yuanbiao/core/period";
import { commit, type Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { openStore } from "@yuanbiao/db/open";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import { makeContext } from "@yuanbiao/server/assemble";
import { readSeries } from "@yuanbiao/server/series/read";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

let served: Served;
let line: readonly Versioned<Observation>[] = [];
beforeAll(async () => {
  served = await serve();
  line = await longestLine();
});
afterAll(() => served.close());

const because = { reason: "other" as const, note: null };
const present = { asOf: null, publishedBy: null };

/** The area and indicator with the most exact figures of one caliber. */
async function longestLine(): Promise<readonly Versioned<Observation>[]> {
  const exact = (await listObservations(served.store, present)).filter(
    ({ value, qualifier, unit }) => value !== null && qualifier === "=" && unit !== "%",
  );
  const lines = new Map<string, Versioned<Observation>[]>();
  for (const figure of exact) {
    const key = `${figure.area} ${figure.indicator} ${figure.caliber}`;
    lines.set(key, [...(lines.get(key) ?? []), figure]);
  }
  return [...lines.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

async function write(statements: readonly Statement[]): Promise<void> {
  const audit = [{ area: line[0]?.area ?? "", action: "test", subject: null, detail: {} }] as const;
  expect(await commit(served.store, { actor: "test", statements, audit })).toMatchObject({ ok: true });
}

const read = (context: Served["context"], language: "zh-CN" | "en") => {
  const [{ area, indicator } = { area: "", indicator: "" }] = line;
  return readSeries(context, language, { area, indicator, clearance: "internal" });
};

/** What was made of what is kept is what a process would make that has just been started; gives its points. */
async function expectSame() {
  const store = await openStore({ dataDir: served.folder });
  const { secret, clock } = served.context;
  const fresh = makeContext({ store, clock, logger: pino({ level: "silent" }), secret });
  for (const language of ["en", "zh-CN", "en"] as const)
    expect(await read(served.context, language)).toEqual(await read(fresh, language));
  await store.close();
  return (await read(served.context, "en")).points;
}

it("of a series nothing that is kept outlives what it was made from: figures, the year before, documents, conflicts", async () => {
  expect(line.length).toBeGreaterThan(1);
  await expectSame();

  const [first, second] = line.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error("no figures");
  const { firstMonth, lastMonth } = getPeriod(second.period);
  const { code: period } = makePeriod(firstMonth - 12, lastMonth - 12);
  const before = { ...second, id: "test-year-before", period, value: "100" };
  const growthNow = async () =>
    (await expectSame()).find(({ observation }) => observation.id === second.id)?.nominalGrowth ?? null;
  await write(planVersions("observation", { current: [], incoming: [before] }, because).statements);
  const growth = await growthNow();
  const [stored] = (await listObservations(served.store, present)).filter(({ id }) => id === before.id);
  if (stored === undefined) throw new Error("not stored");
  const incoming = [{ ...before, value: "200" }];
  await write(planVersions("observation", { current: [stored], incoming }, because).statements);
  expect([growth === null, growth === (await growthNow())]).toEqual([false, false]);
  const revised = (await expectSame()).find(({ observation }) => observation.id === before.id);
  expect(revised?.revisions).toHaveLength(2);

  const [document] = await listDocuments(served.store, { asOf: null }, [second.document]);
  if (document === undefined) throw new Error("no document");
  const renamed = { ...document, name: `${document.name} (mended)`, nameEn: "A new name", publisher: "anybody" };
  await write(planVersions("document", { current: [document], incoming: [renamed] }, because).statements);
  const sources = (await expectSame()).map(({ observation }) => observation.source.publisher);
  expect(sources).toContain("anybody");

  const conflict = { code: "test-conflict", observations: [first.id, second.id], reason: "假设", reasonEn: "Assumed" };
  await write(planVersions("conflict", { current: [], incoming: [conflict] }, because).statements);
  const disputed = (await expectSame()).filter(({ observation }) => observation.conflicts.length > 0);
  expect(disputed.length).toBeGreaterThan(0);
});
