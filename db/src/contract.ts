import type { Observation } from "@yuanbiao/core/observation";
import { afterEach, describe, expect, test } from "vitest";
import { verifyAudit } from "./audit.ts";
import type { AuditEntry } from "./audit.ts";
import type { Committed, Statement } from "./commit.ts";
import { commit } from "./commit.ts";
import { historyContract } from "./contract-history.ts";
import { listObservations } from "./queries/observation.ts";
import { planVersions } from "./revise.ts";
import { sampleObservation } from "./samples.ts";
import type { Reader, Store } from "./store.ts";

/** An empty store for one test. */
export interface Opened {
  readonly store: Store;
  /** Runs SQL past the store, as somebody with the database's password could. */
  readonly intrude: (text: string) => Promise<void>;
  /** Stops the triggers that guard the trail. */
  readonly unguard: string;
  /** Opens the same place again; absent where an engine has but one connection. */
  readonly again?: () => Promise<Store>;
  readonly close: () => Promise<void>;
}
export type Open = (clock?: () => Date) => Promise<Opened>;

export const everything = { asOf: null, publishedBy: null };

export const entryOf = (area: string): AuditEntry => ({ area, action: "test", subject: null, detail: { b: 1, a: [2] } });

/** Commits statements with an entry for the park. */
export function commitPark(store: Store, statements: readonly Statement[], area = "park"): Promise<Committed> {
  return commit(store, { actor: "tester", statements, audit: [entryOf(area)] });
}

/** Statements that bring the store to these figures. */
export async function planFigures(reader: Reader, incoming: readonly Observation[]): Promise<readonly Statement[]> {
  const current = await listObservations(reader, everything, { ids: incoming.map(({ id }) => id) });
  return planVersions("observation", { current, incoming }, { reason: "verification", note: "核定" }).statements;
}

export async function commitFigures(store: Store, incoming: readonly Observation[]): Promise<Committed> {
  return commitPark(store, await planFigures(store, incoming));
}

/** What a store promises, whatever the engine. */
export function storeContract(name: string, open: Open): void {
  describe(`store on ${name}`, () => {
    const opened: Opened[] = [];
    const fresh: Open = async (clock) => {
      const one = await open(clock);
      opened.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    historyContract(fresh);
    commitContract(fresh);
    auditContract(fresh);
    openingContract(fresh);
  });
}

function commitContract(open: Open): void {
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

  test("of two first versions of one thing the second is refused", async () => {
    const { store } = await open();
    const statements = await planFigures(store, [sampleObservation()]);
    expect(await commitPark(store, statements)).toMatchObject({ ok: true });
    expect(await commitPark(store, statements)).toEqual({ ok: false, code: "stale-version" });
  });

  test("a batch that was prepared on an older data version is refused where it says so", async () => {
    const { store } = await open();
    const ifVersion = await store.readVersion();
    const statements = await planFigures(store, [sampleObservation({ id: "late" })]);
    await commitFigures(store, [sampleObservation()]);
    const late = await commit(store, { actor: "tester", statements, audit: [entryOf("park")], ifVersion });
    expect(late).toEqual({ ok: false, code: "stale-version" });
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

function auditContract(open: Open): void {
  async function withTrail(): Promise<Opened> {
    const opened = await open();
    for (const area of ["park", "city", "park", "park"]) await commitPark(opened.store, [], area);
    expect(await verifyAudit(opened.store)).toEqual({ ok: true, entries: 4 });
    return opened;
  }

  test("the trail refuses to be changed or shortened", async () => {
    const { store, intrude } = await withTrail();
    await expect(intrude("update audit set actor = 'nobody'")).rejects.toThrow("append-only");
    await expect(intrude("delete from audit")).rejects.toThrow("append-only");
    expect(await verifyAudit(store, "park")).toEqual({ ok: true, entries: 3 });
  });

  test.each([
    ["a changed row", "update audit set actor = 'nobody' where area = 'park' and seq = 2", 2, "hash"],
    ["a missing row", "delete from audit where area = 'park' and seq = 2", 3, "sequence"],
    ["a cut end", "delete from audit where area = 'park' and seq = 3", 3, "head"],
    ["a chain that is gone", "delete from audit where area = 'park'", 3, "head"],
  ])("the walk along the trail names %s", async (_what, text, seq, fault) => {
    const { store, intrude, unguard } = await withTrail();
    for (const step of unguard.split(";")) await intrude(step);
    await intrude(text);
    expect(await verifyAudit(store)).toEqual({ ok: false, area: "park", seq, fault });
    expect(await verifyAudit(store, "city")).toEqual({ ok: true, entries: 1 });
  });
}

function openingContract(open: Open): void {
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
