import { figureClasses, type Observation } from "@yuanbiao/core/observation";
import { commit } from "@yuanbiao/db/commit";
import { traced } from "@yuanbiao/db/footprint";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import { listFigures } from "@yuanbiao/server/standing-figures";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

const present = { asOf: null, publishedBy: null };
const [city, district] = ["liuzhou", "liudong"];
let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** A store of the same rows, of which nothing has been kept yet, and what was read of it. */
let source: Store;
let rowsRead = 0;
beforeEach(() => {
  const { store } = served;
  source = {
    ...store,
    select: async (query) => {
      const rows = await store.select(query);
      rowsRead += rows.length;
      return rows;
    },
  };
});

async function write(...incoming: readonly Observation[]): Promise<void> {
  const ids = new Set(incoming.map(({ id }) => id));
  const current = (await listObservations(served.store, present)).filter(({ id }) => ids.has(id));
  const change = { reason: "other" as const, note: null };
  const { statements } = planVersions("observation", { current, incoming }, change);
  const areas = new Set([...current, ...incoming].map(({ area }) => area));
  const [first, ...others] = [...areas].map((area) => ({ area, action: "test", subject: null, detail: {} }));
  if (first === undefined) throw new Error("nothing to write");
  expect(await commit(served.store, { actor: "test", statements, audit: [first, ...others] })).toMatchObject({
    ok: true,
  });
}

async function figure(at = 0): Promise<Versioned<Observation>> {
  const found = (await listObservations(served.store, present, { areas: [city] }))[at];
  if (found === undefined) throw new Error("no figure");
  return found;
}

/** What is kept is what the store says, for every sort of readers. */
async function expectSame(): Promise<void> {
  for (const clearance of [undefined, ...figureClasses]) {
    const cut = { ...present, clearance };
    for (const areas of [[city], [district], [district, city, "nowhere"]]) {
      expect(await listFigures(source, cut, { areas })).toEqual(await listObservations(served.store, cut, { areas }));
      const { indicator } = await figure();
      const narrowed = { areas, indicators: [indicator] };
      expect(await listFigures(source, cut, narrowed)).toEqual(await listObservations(served.store, cut, narrowed));
    }
  }
}

const copies = (one: Observation, count: number): Observation[] =>
  Array.from({ length: count }, (_, at) => ({ ...one, id: `copy-${at}`, period: String(1900 + (at % 100)) }));

it.each<[string, () => Promise<readonly Observation[]>]>([
  ["a revised value", async () => [{ ...(await figure()), value: "12345" }]],
  ["a first figure", async () => [{ ...(await figure()), id: "first-1" }]],
  ["a figure of another period", async () => [{ ...(await figure(3)), period: "2035" }]],
  ["a figure that goes to another area", async () => [{ ...(await figure(1)), area: district }]],
  ["a figure that comes back", async () => [{ ...(await figure(1)), id: "first-1", area: district }]],
  ["a figure of a higher class", async () => [{ ...(await figure(2)), class: "restricted" }]],
  ["a figure of two enterprises", async () => [{ ...(await figure(4)), enterprises: 2 }]],
  ["many at once", async () => copies(await figure(), 50)],
  ["more than is read piece by piece", async () => copies(await figure(5), 2100)],
])("%s is seen in what was kept before", async (_, changed) => {
  await expectSame();
  await write(...(await changed()));
  await expectSame();
});

it("of a change the changed figures alone are read, and without one nothing is", async () => {
  const ask = () => listFigures(source, present, { areas: [city] });
  const all = await ask();
  expect(all.length).toBeGreaterThan(10);
  rowsRead = 0;
  await ask();
  expect(rowsRead).toBe(0);
  await write({ ...(await figure()), value: "777" }, { ...(await figure(1)), value: "778" });
  rowsRead = 0;
  await ask();
  expect(rowsRead).toBe(2);
});

it("a change in the moment in which an area is read is seen by who asks next", async () => {
  const slow: Store = {
    ...served.store,
    select: async (query) => {
      const rows = await served.store.select(query);
      await write({ ...(await figure()), value: String(rows.length + 10_000) });
      return rows;
    },
  };
  const late: Store = { ...slow };
  await listFigures(late, present, { areas: [city] });
  Object.assign(late, { select: served.store.select });
  expect(await listFigures(late, present, { areas: [city] })).toEqual(
    await listObservations(served.store, present, { areas: [city] }),
  );
});

it("whoever asks rests on the areas that were asked for, kept or not", async () => {
  for (const areas of [[city], [city], [city, district]]) {
    const { footprint } = await traced(() => listFigures(source, present, { areas }));
    expect([...footprint]).toEqual([["observation", new Set(areas)]]);
  }
});

it("what was known on an earlier day, or had been published by then, is read from the store", async () => {
  const asOf = new Date().toISOString();
  await listFigures(source, present, { areas: [city] });
  await write({ ...(await figure()), value: "4242" });
  for (const cut of [
    { ...present, asOf },
    { ...present, publishedBy: "2022-12-31" },
  ]) {
    expect(await listFigures(source, cut, { areas: [city] })).toEqual(
      await listObservations(served.store, cut, { areas: [city] }),
    );
  }
});

it("where the store stands earlier than before, all is read again", async () => {
  const ask = () => listFigures(source, present, { areas: [city] });
  const all = await ask();
  const head = await source.readHead();
  Object.assign(source, { readHead: async () => ({ ...head, recordedAt: "2000-01-01T00:00:00.000Z" }) });
  rowsRead = 0;
  expect(await ask()).toEqual(all);
  expect(rowsRead).toBe(all.length);
});

it("a store that was away is asked again", async () => {
  const areas = [city];
  let isAway = true;
  const away: Store = {
    ...served.store,
    select: (query) => (isAway ? Promise.reject(new Error("away")) : served.store.select(query)),
  };
  await expect(listFigures(away, present, { areas })).rejects.toThrow("away");
  isAway = false;
  expect(await listFigures(away, present, { areas })).toEqual(await listObservations(served.store, present, { areas }));
});
