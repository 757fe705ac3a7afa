import { commit } from "@yuanbiao/db/commit";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import { makeMarks } from "@yuanbiao/server/marks";
import { makeRegistries } from "@yuanbiao/server/registry";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

const all = { asOf: null, publishedBy: null };
const change = { reason: "other" as const, note: null };
let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const write = (statements: Parameters<typeof commit>[1]["statements"], area: string) =>
  commit(served.store, { actor: "test", statements, audit: [{ area, action: "test", subject: null, detail: {} }] });

it("definitions are read again when one of them changes, and not for each figure", async () => {
  const { store } = served;
  const registries = makeRegistries(store, makeMarks(store));
  const first = await registries.at(null);
  const [figure] = await listObservations(store, all, {});
  if (figure === undefined) throw new Error("no figure");
  const revised = { ...figure, value: "7" };
  await write(planVersions("observation", { current: [figure], incoming: [revised] }, change).statements, figure.area);
  const same = await registries.at(null);
  expect(same.indicators).toBe(first.indicators);
  expect(same.documents).toBe(first.documents);
  const [indicator] = await listIndicators(store, all);
  if (indicator === undefined) throw new Error("no indicator");
  const renamed = { ...indicator, name: `${indicator.name}（修订）` };
  await write(planVersions("indicator", { current: [indicator], incoming: [renamed] }, change).statements, "liuzhou");
  const second = await registries.at(null);
  expect(second.areas).toBe(first.areas);
  expect(second.indicators.get(indicator.code)?.name).toBe(renamed.name);
  expect((await registries.at("2020-01-01T00:00:00.000Z")).indicators.size).toBe(0);
});

it("a store that was away is asked again", async () => {
  const { store } = served;
  let isAway = true;
  const away: Store = {
    ...store,
    select: (query) => (isAway ? Promise.reject(new Error("away")) : store.select(query)),
  };
  const registries = makeRegistries(away, makeMarks(away));
  await expect(registries.at(null)).rejects.toThrow("away");
  isAway = false;
  expect((await registries.at(null)).areas.size).toBeGreaterThan(10);
});
