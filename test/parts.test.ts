import type { Bridge } from "@yuanbiao/core/caliber";
import type { Observation } from "@yuanbiao/core/observation";
import { commit, type Statement } from "@yuanbiao/db/commit";
import { listBridges, listCalibers } from "@yuanbiao/db/queries/caliber";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listTargets } from "@yuanbiao/db/queries/target";
import { planVersions } from "@yuanbiao/db/revise";
import { type Scope, scopeOf } from "@yuanbiao/server/scope";
import { type Placing, placeAtOnce, placeByParts } from "@yuanbiao/server/summary/placing";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

const all = { asOf: null, publishedBy: null };
const change = { reason: "other" as const, note: null };
const since = "2022-06-30";

/** What the summary shows of a placing: of each target what it is judged by, and what stands against it. */
const shown = ({ rows, conflicts, undated, statusBefore }: Placing) => ({
  rows: rows.map(({ target, progress: { status, provisional, deviation, achievement, actual, reason } }) => [
    ...[target.id, target.value, status, provisional, deviation.value, achievement.value, reason],
    ...[actual?.figure.id, actual?.figure.value, statusBefore(target)],
  ]),
  conflicts: conflicts.map(({ code, observations }) => `${code} ${[...observations].sort().join(" ")}`).toSorted(),
  undated,
});

describe("a country read part by part", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  const both = async (on?: string) => {
    const scope = await scopeOf(served.context, { clearance: "restricted", on });
    return {
      parts: shown(await placeByParts(served.context, scope, since)),
      once: shown(await placeAtOnce(served.context, scope, since)),
    };
  };
  const write = async (statements: readonly Statement[], area: string): Promise<void> => {
    const entry = { area, action: "test", subject: null, detail: {} };
    expect(await commit(served.store, { actor: "test", statements, audit: [entry] })).toMatchObject({ ok: true });
  };

  it("says what reading it at once says", async () => {
    const { parts, once } = await both();
    expect(once.rows.length).toBeGreaterThan(30);
    expect(parts).toEqual(once);
    expect(await both("2020-12-31")).toSatisfy(({ parts: one, once: other }) => {
      expect(one).toEqual(other);
      return true;
    });
  });

  it("sees each change, of a figure, a target, a bridge to another area, a definition", async () => {
    const figures = await listObservations(served.store, all, {});
    const before = (await both()).once;
    const [figure] = figures.filter(({ id, value }) => value !== null && before.rows.some((row) => row[7] === id));
    if (figure === undefined) throw new Error("no figure counts for a target");
    const revised: Observation = { ...figure, value: String(Number(figure.value) + 1) };
    await write(
      planVersions("observation", { current: [figure], incoming: [revised] }, change).statements,
      figure.area,
    );
    const second = await both();
    expect(second.parts).toEqual(second.once);
    expect(second.once).not.toEqual(before);

    const [target] = (await listTargets(served.store, all)).filter(({ value }) => value !== null);
    if (target === undefined) throw new Error("no target with a value");
    const raised = { ...target, value: String(Number(target.value) * 2) };
    await write(planVersions("target", { current: [target], incoming: [raised] }, change).statements, target.area);
    const third = await both();
    expect(third.parts).toEqual(third.once);

    const bridges = await listBridges(served.store, all);
    const [bridge] = bridges;
    const elsewhere = figures.find(
      ({ area, indicator }) =>
        area !== target.area && !bridges.some((one) => one.area === area && one.indicator === indicator),
    );
    if (bridge === undefined || elsewhere === undefined) throw new Error("no bridge, or no figure elsewhere");
    const { indicator, area, caliber } = elsewhere;
    const across: Bridge = { ...bridge, target: target.id, indicator, area, caliber, verdict: "assumed" };
    await write(planVersions("bridge", { current: [], incoming: [across] }, change).statements, area);
    const fourth = await both();
    expect(fourth.parts).toEqual(fourth.once);

    // The bridge's area is one that the target's part depends on from now on.
    const moved: Observation = { ...elsewhere, value: "1" };
    await write(planVersions("observation", { current: [elsewhere], incoming: [moved] }, change).statements, area);
    const fifth = await both();
    expect(fifth.parts).toEqual(fifth.once);

    let last = fifth.once;
    let changes = 0;
    const silent = { scope: null, population: null, denominator: null, level: null, price: null, classification: null };
    for (const said of await listCalibers(served.store, all)) {
      const unsaid = { ...said, ...silent };
      await write(planVersions("caliber", { current: [said], incoming: [unsaid] }, change).statements, area);
      const { parts, once } = await both();
      expect(parts).toEqual(once);
      if (JSON.stringify(once) !== JSON.stringify(last)) changes += 1;
      last = once;
    }
    expect(changes).toBeGreaterThan(0);
  });
});

/** A figure that says something else than another one of its question, which no target asks for. */
async function contradict({ store }: Served): Promise<void> {
  const targets = await listTargets(store, all);
  const bridges = await listBridges(store, all);
  const isAsked = ({ area, indicator }: Pick<Observation, "area" | "indicator">): boolean =>
    [...targets, ...bridges].some((one) => one.area === area && one.indicator === indicator) ||
    targets.some(({ members, indicator: own }) => own === indicator && members.includes(area));
  const figure = (await listObservations(store, all, {})).find(
    (one) => one.area === "liuzhou" && one.value !== null && one.qualifier === "=" && !isAsked(one),
  );
  if (figure === undefined) throw new Error("every figure of the city is asked for");
  const other: Observation = { ...figure, id: "against-itself", value: String(Number(figure.value) + 5) };
  const { statements } = planVersions("observation", { current: [], incoming: [other] }, change);
  const entry = { area: figure.area, action: "test", subject: null, detail: {} };
  expect(await commit(store, { actor: "test", statements, audit: [entry] })).toMatchObject({ ok: true });
}

describe("a city read area by area", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await contradict(served);
  });
  afterAll(() => served.close());

  it("shows what contradicts itself of an area, also where no target asks for it", async () => {
    const { conflicts } = SummaryView.parse(await served.read("/api/summary?city=liuzhou"));
    expect(conflicts.some(({ observations }) => observations.some(({ id }) => id === "against-itself"))).toBe(true);
  });

  it("is made with the definitions as they stand when it is made, whatever its scope had read before", async () => {
    const own = await serve();
    const scope = await scopeOf(own.context, { clearance: "restricted", city: "liuzhou" });
    const byParts = async (of: Scope) => shown(await placeByParts(own.context, of, since));
    const once = async (of: Scope) => shown(await placeAtOnce(own.context, of, since));
    const before = await once(scope);
    const said = await listCalibers(own.store, all);
    const silent = { scope: null, population: null, denominator: null, level: null, price: null, classification: null };
    const incoming = said.map((caliber) => ({ ...caliber, ...silent }));
    const entry = { area: "system", action: "test", subject: null, detail: {} };
    const { statements } = planVersions("caliber", { current: said, incoming }, change);
    expect(await commit(own.store, { actor: "test", statements, audit: [entry] })).toMatchObject({ ok: true });
    await byParts(scope);
    const now = await scopeOf(own.context, { clearance: "restricted", city: "liuzhou" });
    const anew = await once(now);
    expect(anew).not.toEqual(before);
    expect(await byParts(now)).toEqual(anew);
    await own.close();
  });

  it.each([
    "/api/summary",
    "/api/summary?city=liuzhou",
    `/api/summary?city=liuzhou&since=${since}`,
    "/api/progress",
    "/api/progress?city=liuzhou&limit=7",
    "/api/progress?area=liuzhou",
    "/api/progress?area=liuzhou&on=2020-12-31",
  ])("says what the same instant says in one pass: %s", async (address) => {
    const { recordedAt } = await served.store.readHead();
    const past = `${address}${address.includes("?") ? "&" : "?"}asOf=${recordedAt}`;
    for (const language of ["zh-CN", "en"]) {
      const headers = { "accept-language": language };
      const [now, then] = [await served.read(address, headers), await served.read(past, headers)];
      expect(Object.entries(Object(now)).length).toBeGreaterThan(2);
      expect(now).toEqual({ ...Object(then), ...("asOf" in Object(now) && { asOf: null }) });
    }
  });
});
