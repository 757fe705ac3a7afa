import type { Observation } from "@yuanbiao/core/observation";
import { expect, test } from "vitest";
import { countUndated, listObservations } from "../queries/observation.ts";
import { planVersions } from "../revise.ts";
import type { Open } from "./opened.ts";
import { commitFigures, commitPark, everything } from "./opened.ts";
import { sampleObservation } from "./samples.ts";

const now = { asOf: null };
const change = { reason: "other", note: "again" } as const;

/** Figures come by date of publication, by filter, in order and exactly. */
export function figureContract(open: Open): void {
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
    const given = Object.entries(spellings).map(([value], index) =>
      sampleObservation({ id: `q${100 + index}`, value }),
    );
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
