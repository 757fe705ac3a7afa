import { expect, test } from "vitest";
import { verifyAudit } from "../audit.ts";
import type { Committed } from "../commit.ts";
import { listObservations } from "../queries/observation.ts";
import type { Store } from "../store.ts";
import type { Open } from "./opened.ts";
import { commitFigures, commitPark, everything, planFigures } from "./opened.ts";
import { sampleObservation } from "./samples.ts";

/** A commit is whole or nothing, refuses a stale edit, and comes after the one before. */
export function commitContract(open: Open): void {
  test("a commit of which one statement fails writes nothing, not even its audit entry", async () => {
    const { store } = await open();
    const good = await planFigures(store, [sampleObservation()]);
    const bad = { insert: "seedLoad", rows: [{ digest: null, folder: "f" }] } as const;
    await expect(commitPark(store, [...good, bad])).rejects.toThrow();
    expect(await listObservations(store, everything)).toEqual([]);
    expect(await store.readVersion()).toBe(0);
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 0 });
    expect(await commitPark(store, good)).toMatchObject({ ok: true, version: 1 });
  });

  test("of two edits of one version the second is refused and writes nothing", async () => {
    const { store } = await open();
    await commitFigures(store, [sampleObservation()]);
    const first = await planFigures(store, [sampleObservation({ value: "11" })]);
    const second = await planFigures(store, [sampleObservation({ id: "other" }), sampleObservation({ value: "12" })]);
    const outcomes = await Promise.all([commitPark(store, first), commitPark(store, second)]);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, code: "stale-version" }]);
    expect((await listObservations(store, everything)).map(({ value }) => value)).toEqual(["11"]);
    expect(await store.readVersion()).toBe(2);
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 2 });
  });

  test.each([3, 700])(
    "%d versions end in one commit, or none where one of them is no longer the newest",
    async (many) => {
      const { store } = await open();
      const figures = (value: string) =>
        Array.from({ length: many }, (_, at) => sampleObservation({ id: `figure-${at}`, value }));
      const values = async () => [...new Set((await listObservations(store, everything)).map(({ value }) => value))];
      await commitFigures(store, figures("10"));
      const [first, second] = [await planFigures(store, figures("11")), await planFigures(store, figures("12"))];
      expect(await commitPark(store, first)).toMatchObject({ ok: true });
      expect(await values()).toEqual(["11"]);
      expect(await commitPark(store, second)).toEqual({ ok: false, code: "stale-version" });
      await commitFigures(store, figures("13").slice(-1));
      const late = await planFigures(store, figures("14"));
      await commitFigures(store, figures("15").slice(1, 2));
      expect(await commitPark(store, late)).toEqual({ ok: false, code: "stale-version" });
      expect((await values()).sort()).toEqual(["11", "13", "15"]);
      expect(await verifyAudit(store)).toMatchObject({ ok: true });
    },
  );

  test("of two first versions of one thing the second is refused", async () => {
    const { store } = await open();
    const statements = await planFigures(store, [sampleObservation()]);
    expect(await commitPark(store, statements)).toMatchObject({ ok: true });
    expect(await commitPark(store, statements)).toEqual({ ok: false, code: "stale-version" });
  });

  test("what was decided upon must still stand: a version, or that there is none", async () => {
    const { store } = await open();
    const figure = sampleObservation();
    const held = (version: number) => ({ hold: "observation", record: { ...figure, version } }) as const;
    const other = await planFigures(store, [sampleObservation({ id: "other" })]);
    expect(await commitPark(store, [held(1), ...other])).toEqual({ ok: false, code: "stale-version" });
    expect(await commitPark(store, [held(0)])).toMatchObject({ ok: true });
    await commitFigures(store, [figure]);
    await commitFigures(store, [sampleObservation({ value: "11" })]);
    for (const version of [0, 1]) {
      expect(await commitPark(store, [...other, held(version)])).toEqual({ ok: false, code: "stale-version" });
    }
    expect((await listObservations(store, everything)).map(({ id }) => id)).toEqual([figure.id]);
    expect(await commitPark(store, [held(2), ...other])).toMatchObject({ ok: true });
  });

  test("of several that fill up a bound at once so many pass as there is room for, and the others write nothing", async () => {
    const { store, again } = await open();
    const other = (await again?.()) ?? store;
    const add = async (to: Store, id: string, indicator = "share"): Promise<Committed> => {
      const figures = await planFigures(to, [sampleObservation({ id, indicator })]);
      return commitPark(to, [...figures, { bound: "observation", where: { indicator: "share" }, most: 3 }]);
    };
    await commitFigures(store, [sampleObservation({ id: "a" })]);
    await commitFigures(store, [sampleObservation({ id: "a", value: "11" })]);
    const outcomes = await Promise.all(["b", "c", "d", "e"].map((id, at) => add(at % 2 === 0 ? store : other, id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, code: "stale-version" }));
    expect(await listObservations(store, everything)).toHaveLength(3);
    expect(await add(other, "f", "another")).toMatchObject({ ok: true });
    if (other !== store) await other.close();
  });

  test("a figure of an area without an audit entry is refused", async () => {
    const { store } = await open();
    const statements = await planFigures(store, [sampleObservation()]);
    await expect(commitPark(store, statements, "elsewhere")).rejects.toThrow("no audit entry for area park");
  });

  test("commits at once come one after the other, from two processes too", async () => {
    const { store, again } = await open();
    const other = (await again?.()) ?? store;
    const one = async (index: number): Promise<Committed> => {
      const figures = [sampleObservation({ id: `figure-${index}` })];
      return commitFigures(index % 2 === 0 ? store : other, figures);
    };
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => one(index)));
    const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []));
    done.sort((a, b) => a.version - b.version);
    expect(done.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(new Set(done.map(({ recordedAt }) => recordedAt)).size).toBe(12);
    expect(done.map(({ recordedAt }) => recordedAt)).toEqual(done.map(({ recordedAt }) => recordedAt).sort());
    expect(await other.readVersion()).toBe(12);
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 12 });
    if (other !== store) await other.close();
  });
}

/** What is opened again is as it was. */
export function openingContract(open: Open): void {
  test("a store that is opened again, or twice at once, is as it was", async () => {
    const { store, again } = await open();
    await commitFigures(store, [sampleObservation()]);
    if (again === undefined) return;
    const others = await Promise.all([again(), again(), again()]);
    for (const other of others) {
      expect(await other.readVersion()).toBe(1);
      expect(await listObservations(other, everything)).toEqual(await listObservations(store, everything));
      await other.close();
    }
  });
}
