import type { Observation } from "@yuanbiao/core/observation";
import { expect, test } from "vitest";
import { commit } from "./commit.ts";
import type { Open } from "./contract.ts";
import { commitFigures, commitPark, entryOf, everything, planFigures } from "./contract.ts";
import type { Noun, Records, Versioned } from "./nouns.ts";
import { listAreas, listMemberships } from "./queries/area.ts";
import { listBridges, listCalibers } from "./queries/caliber.ts";
import { listChanges } from "./queries/change.ts";
import { listConflicts } from "./queries/conflict.ts";
import { getDataset } from "./queries/dataset.ts";
import { listDepartments } from "./queries/department.ts";
import { listDocuments } from "./queries/document.ts";
import { listIndicators } from "./queries/indicator.ts";
import { listLightRules } from "./queries/light-rule.ts";
import { countUndated, listObservations, listObservationVersions } from "./queries/observation.ts";
import { listTargets } from "./queries/target.ts";
import { listTasks } from "./queries/task.ts";
import { planVersions } from "./revise.ts";
import { sampleObservation, sampleTarget, samples } from "./samples.ts";
import type { Reader } from "./store.ts";

type Lists = { readonly [N in Noun]: (reader: Reader) => Promise<Versioned<Records[N]>[]> };
const now = { asOf: null };
const lists: Lists = {
  document: (reader) => listDocuments(reader, now),
  department: (reader) => listDepartments(reader, now),
  area: (reader) => listAreas(reader, now),
  membership: (reader) => listMemberships(reader, now),
  indicator: (reader) => listIndicators(reader, now),
  caliber: (reader) => listCalibers(reader, now),
  target: (reader) => listTargets(reader, now),
  bridge: (reader) => listBridges(reader, now),
  observation: (reader) => listObservations(reader, everything),
  conflict: (reader) => listConflicts(reader, now),
  task: (reader) => listTasks(reader, now),
  lightRule: (reader) => listLightRules(reader, now),
};
const nouns = Object.keys(lists).filter((noun): noun is Noun => noun in samples);
const change = { reason: "other", note: "again" } as const;

/** A clock that tells the given instants one after the other, then the last one. */
function clockOf(...instants: string[]): () => Date {
  let index = -1;
  return () => {
    index = Math.min(index + 1, instants.length - 1);
    return new Date(instants[index] ?? 0);
  };
}

const first = "2026-01-01T00:00:00.000Z";
const second = "2026-02-01T00:00:00.000Z";

/** What is stored comes back as it was, on every engine in the same letters, and every earlier state with it. */
export function historyContract(open: Open): void {
  test.each(nouns)("a stored %s comes back in the same letters", async (noun) => {
    const { store } = await open(clockOf(first));
    const plan = planVersions(noun, { current: [], incoming: samples[noun] }, change);
    await commitPark(store, plan.statements);
    const rows = await lists[noun](store);
    const version = { version: 1, recordedAt: first, recordedBy: "tester", changeReason: "first", changeNote: null };
    expect(JSON.stringify(rows)).toBe(JSON.stringify(samples[noun].map((record) => ({ ...record, ...version }))));
    const again = planVersions(noun, { current: rows, incoming: samples[noun] }, change);
    expect(again).toMatchObject({ statements: [], added: 0, revised: 0, unchanged: rows.length });
  });

  test("a correction is a new version, and asOf shows what was known", async () => {
    const { store } = await open(clockOf(first, second));
    await commitFigures(store, [sampleObservation()]);
    await commitFigures(store, [sampleObservation({ value: "11.2" })]);
    const valueAsOf = async (asOf: string | null) =>
      (await listObservations(store, { asOf, publishedBy: null })).map(({ value, version }) => [value, version]);
    expect(await valueAsOf("2025-12-31T23:59:59.999Z")).toEqual([]);
    expect(await valueAsOf(first)).toEqual([["10.8", 1]]);
    expect(await valueAsOf("2026-01-31T23:59:59.999Z")).toEqual([["10.8", 1]]);
    expect(await valueAsOf(second)).toEqual([["11.2", 2]]);
    expect(await valueAsOf(null)).toEqual([["11.2", 2]]);
    const versions = await listObservationVersions(store, "figure-1");
    expect(versions.map(({ changeReason, changeNote }) => [changeReason, changeNote])).toEqual([
      ["first", null],
      ["verification", "核定"],
    ]);
    expect(await getDataset(store)).toEqual({ version: 2, recordedAt: second });
  });

  test("a figure that moves to another area keeps its history", async () => {
    const { store } = await open();
    await commitFigures(store, [sampleObservation()]);
    const statements = await planFigures(store, [sampleObservation({ area: "zone" })]);
    expect(await commit(store, { actor: "t", statements, audit: [entryOf("park"), entryOf("zone")] })).toMatchObject({
      ok: true,
    });
    expect((await listObservations(store, everything)).map(({ area, version }) => [area, version])).toEqual([["zone", 2]]);
    const versions = await listObservationVersions(store, "figure-1");
    expect(versions.map(({ area, version }) => [area, version])).toEqual([
      ["park", 1],
      ["zone", 2],
    ]);
  });

  test("changes since an instant come newest first with the version before", async () => {
    const { store } = await open(clockOf(first, second));
    const targets = planVersions("target", { current: [], incoming: [sampleTarget()] }, change);
    const figures = planVersions("observation", { current: [], incoming: [sampleObservation()] }, change);
    await commitPark(store, [...targets.statements, ...figures.statements]);
    await commitFigures(store, [sampleObservation({ value: "11.2" })]);
    const seen = async (since: string, until: string, limit: number) =>
      (await listChanges(store, { since, until }, limit)).map(({ noun, before, after }) => [
        noun,
        before?.value ?? null,
        after.value,
      ]);
    const all = [
      ["observation", "10.8", "11.2"],
      ["target", null, "30"],
      ["observation", null, "10.8"],
    ];
    expect(await seen("2025", second, 10)).toEqual(all);
    expect(await seen(first, second, 10)).toEqual(all.slice(0, 1));
    expect(await seen("2025", first, 10)).toEqual(all.slice(1));
    expect(await seen("2025", second, 2)).toEqual(all.slice(0, 2));
  });

  test("instants grow although the clock steps back", async () => {
    const { store } = await open(clockOf(second, first, first));
    const figure = (value: string) => commitFigures(store, [sampleObservation({ value })]);
    const commits = [await figure("1"), await figure("2"), await figure("3")];
    expect(commits.map((done) => (done.ok ? done.recordedAt : null))).toEqual([
      "2026-02-01T00:00:00.000Z",
      "2026-02-01T00:00:00.001Z",
      "2026-02-01T00:00:00.002Z",
    ]);
  });

  figureContract(open);
}

function figureContract(open: Open): void {
  const ids = (rows: readonly Observation[]) => rows.map(({ id }) => id);

  test("publishedBy counts a partial date as its last day and leaves unknown ones out, counted", async () => {
    const { store } = await open();
    const dates = { year: "2020", month: "2020-06", day: "2020-06-15", none: null };
    await commitFigures(
      store,
      Object.entries(dates).map(([id, publishedOn]) => sampleObservation({ id, publishedOn })),
    );
    const by = async (publishedBy: string | null) => ids(await listObservations(store, { asOf: null, publishedBy }));
    expect(await by("2020-06-14")).toEqual([]);
    expect(await by("2020-06-15")).toEqual(["day"]);
    expect(await by("2020-06-30")).toEqual(["day", "month"]);
    expect(await by("2020-12-31")).toEqual(["day", "month", "year"]);
    expect(await by(null)).toEqual(["day", "month", "none", "year"]);
    expect(await countUndated(store, now)).toBe(1);
    expect(await countUndated(store, now, { indicator: "other" })).toBe(0);
  });

  test("figures come in the stated order, page by page, and by every filter", async () => {
    const { store } = await open();
    const figure = (id: string, area: string, indicator: string, period: string) =>
      sampleObservation({ id, area, indicator, period });
    const figures = [
      figure("f1", "A", "b", "2020"),
      figure("f2", "A", "b", "2020-Q4"),
      figure("f3", "A", "b", "2020-Q4"),
      figure("f4", "A", "b", "2021-M01"),
      figure("f5", "A-1", "a", "2019"),
      figure("f6", "a", "Z", "2019"),
      figure("f7", "a", "a", "2016-M01--2018-M10"),
    ];
    const audit = [...new Set(figures.map(({ area }) => area))];
    for (const area of audit) {
      const own = figures.filter((one) => one.area === area).reverse();
      const plan = planVersions("observation", { current: [], incoming: own }, change);
      await commitPark(store, plan.statements, area);
    }
    expect(ids(await listObservations(store, everything))).toEqual(["f1", "f2", "f3", "f4", "f5", "f6", "f7"]);
    const pages: string[][] = [];
    for (let after: Observation | undefined; pages.length < 4; ) {
      const page = await listObservations(store, everything, { after, limit: 2 });
      pages.push(ids(page));
      after = page.at(-1);
    }
    expect(pages).toEqual([["f1", "f2"], ["f3", "f4"], ["f5", "f6"], ["f7"]]);
    const by = async (filter: object) => ids(await listObservations(store, everything, filter));
    expect(await by({ areas: ["a", "A-1"], indicators: ["a"] })).toEqual(["f5", "f7"]);
    expect(await by({ areas: ["A"], indicator: "b", period: "2020-Q4" })).toEqual(["f2", "f3"]);
    expect(await by({ role: "adopted" })).toEqual([]);
    expect(await by({ areas: [] })).toEqual([]);
    expect(await by({ ids: ["f7", "f1", "f9"] })).toEqual(["f1", "f7"]);
  });

  test("quantities are kept exactly and given in their one spelling", async () => {
    const { store } = await open();
    const given = Object.entries(spellings).map(([value], index) => sampleObservation({ id: `q${100 + index}`, value }));
    await commitFigures(store, given);
    const kept = (await listObservations(store, everything)).map(({ value }) => value);
    expect(kept).toEqual(Object.values(spellings));
  });

  test.each(["1.0000001", "12345678901234", "1e3", "", "—"])("the quantity %j is refused", async (value) => {
    const { store } = await open();
    await expect(commitFigures(store, [sampleObservation({ value })])).rejects.toThrow("malformed-quantity");
    expect(await store.readVersion()).toBe(0);
  });
}

const spellings = {
  "9999999999999.999999": "9999999999999.999999",
  "-9999999999999.999999": "-9999999999999.999999",
  "9223372036854.775807": "9223372036854.775807",
  "9223372036854.775808": "9223372036854.775808",
  "-0.000001": "-0.000001",
  "-12.5": "-12.5",
  "-0.0": "0",
  "007.500": "7.5",
  "1800.0": "1800",
};
