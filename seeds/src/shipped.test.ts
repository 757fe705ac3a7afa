import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFacts } from "./facts.ts";
import type { Folder } from "./folder.ts";
import { readFolder } from "./read.ts";

const pathOf = (name: string): string => fileURLToPath(new URL(`../policy/${name}`, import.meta.url));

async function shipped(name: string): Promise<Folder> {
  const read = await readFolder(pathOf(name));
  expect("faults" in read ? read.faults : []).toEqual([]);
  if ("faults" in read) throw new Error(`${name} is refused`);
  return read.folder;
}

const liuzhou = await shipped("liuzhou");
const panyu = await shipped("panyu");
const opinions = "lz-2018-sei";
const plan = "lz-gui-2018-21";
const targetOf = (id: string) => liuzhou.targets.find((target) => target.id === id);

describe("the shipped folders", () => {
  it("carry the 25 targets of the two documents, 22 of them dated", () => {
    const own = liuzhou.targets.filter(({ citations }) => [opinions, plan].includes(citations[0]?.document ?? ""));
    const ids = Array.from({ length: 22 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`);
    expect(own.map(({ id }) => id)).toEqual([...ids, "C1", "C2", "C3"]);
    expect(own.filter(({ due }) => due !== null && due !== "every-year")).toHaveLength(22);
    expect(own.every(({ nature }) => nature === "unstated")).toBe(true);
  });

  it("carry the wording of the documents", () => {
    const aspirational = liuzhou.targets.filter((target) => target.aspirational).map(({ id }) => id);
    expect(aspirational).toEqual(["T01", "T03", "T05", "T15", "T16", "T17", "T18", "T19", "T20", "P06"]);
    const path = targetOf("T03")?.path;
    expect(path).toMatchObject({ kind: "document", shape: "linear" });
    expect(path?.points.map(({ period, value }) => `${period}=${value}`)).toEqual(["2020=20", "2025=30"]);
    expect(targetOf("T01")?.readings.map(({ caliber, bound }) => [caliber, bound])).toEqual([
      ["den-above-scale", "="],
      ["den-all-industry", "<="],
    ]);
    expect(targetOf("T05")).toMatchObject({ comparator: "all", memberComparator: "gt", value: "20", area: "liuzhou" });
    expect(targetOf("T05")?.members).toHaveLength(7);
    expect([targetOf("T02")?.nestedIn, targetOf("T04")?.nestedIn]).toEqual(["T01", "T03"]);
    expect(targetOf("T14")).toMatchObject({ comparator: "trend", start: "2018", value: null });
    expect(targetOf("T15")).toMatchObject({ comparator: "approx", tolerance: null });
    expect(targetOf("C2")).toMatchObject({ due: "every-year", owes: "lz-finance", owesBasis: "document" });
  });

  it("cite the press target that repeats T03 instead of repeating it", () => {
    expect(targetOf("T03")?.citations.map(({ document }) => document)).toEqual([opinions, "pg-output-goal-2018"]);
    expect(liuzhou.targets.filter(({ id }) => id.startsWith("P"))).toHaveLength(17);
    expect(targetOf("P04")).toMatchObject({ value: "8000", due: "2020", conflicts: ["P05"] });
    expect(targetOf("P05")).toMatchObject({ value: "6400", due: "2020", conflicts: ["P04"] });
  });

  it("place each of the 148 facts: loaded, or left out with a reason", async () => {
    const folders = { liuzhou, panyu };
    const found: string[] = [];
    for (const [name, folder] of Object.entries(folders)) {
      const { rows, faults } = await readFacts(pathOf(name));
      expect(faults).toEqual([]);
      const codes = {
        target: new Set(folder.targets.map(({ id }) => id)),
        observation: new Set(folder.observations.map(({ id }) => id)),
        caliber: new Set(folder.calibers.map(({ code }) => code)),
      };
      for (const { value } of rows) {
        found.push(value.fact);
        if (value.loadedAs === null) expect(value.reason, value.fact).not.toBeNull();
        else expect(codes[value.loadedAs].has(value.code), value.fact).toBe(true);
        if (value.kind === "target" || value.kind === "actual") expect(value.loadedAs, value.fact).not.toBeNull();
      }
    }
    expect(found).toHaveLength(148);
    expect(new Set(found).size).toBe(148);
  });

  it("confirm nothing, since nobody has", () => {
    const bridges = [...liuzhou.bridges, ...panyu.bridges];
    expect(bridges.filter(({ verdict }) => verdict === "confirmed" || verdict === "exact")).toEqual([]);
    expect(bridges.filter(({ confirmedBy, confirmedOn }) => confirmedBy !== null || confirmedOn !== null)).toEqual([]);
  });

  it("name a document, a grade and an own English for every figure", () => {
    for (const folder of [liuzhou, panyu]) {
      const grades = new Map(folder.documents.map(({ code, grade }) => [code, grade]));
      for (const figure of folder.observations) {
        expect(grades.has(figure.document), figure.id).toBe(true);
        expect(figure.note === null, figure.id).toBe(figure.noteEn === null);
        expect(figure.stage === "preliminary" && figure.indicator !== "gdp", figure.id).toBe(false);
      }
    }
    expect(liuzhou.observations.filter(({ id }) => /^A\d{3}$/.test(id))).toHaveLength(121);
  });

  it("join every bridge to a figure that is there", () => {
    const figures = new Set(
      liuzhou.observations.map((figure) => [figure.indicator, figure.area, figure.caliber].join()),
    );
    for (const { target, indicator, area, caliber } of liuzhou.bridges) {
      expect(figures.has([indicator, area, caliber].join()), `${target} ${indicator} ${area} ${caliber}`).toBe(true);
    }
  });

  it("match exactly, without a bridge, only the four press targets that are about the very same thing", () => {
    const figures = new Set(
      liuzhou.observations.map((figure) => [figure.indicator, figure.area, figure.caliber].join()),
    );
    const exact = liuzhou.targets.filter(({ indicator, area, caliber }) =>
      figures.has([indicator, area, caliber].join()),
    );
    expect(exact.map(({ id }) => id)).toEqual(["P05", "P06", "P15", "P16"]);
  });

  it("spell what both cities share in the same way", () => {
    const own = new Map(liuzhou.calibers.map((caliber) => [caliber.code, caliber]));
    const shared = panyu.calibers.filter(({ code }) => own.has(code));
    expect(shared.map(({ code }) => code)).toEqual(["unstated", "cumulative"]);
    for (const caliber of shared) expect(caliber).toEqual(own.get(caliber.code));
    const bands = ({ lightRules }: typeof panyu) => lightRules.map((rule) => rule.bands);
    expect(bands(panyu)).toEqual(bands(liuzhou));
    expect(panyu.lightRules.map(({ code }) => code)).toEqual(["panyu"]);
    const codes = new Set(liuzhou.indicators.map(({ code }) => code));
    expect(panyu.indicators.filter(({ code }) => codes.has(code))).toEqual([]);
  });

  it("carry 25 key tasks with responsible units and five safeguards", () => {
    const keyTasks = liuzhou.tasks.filter(({ kind }) => kind === "key-task");
    expect(keyTasks).toHaveLength(25);
    expect(keyTasks.every(({ departments, due }) => departments.length > 0 && due === "2020")).toBe(true);
    expect(liuzhou.tasks.filter(({ kind, due }) => kind === "safeguard" && due === null)).toHaveLength(5);
  });
});
