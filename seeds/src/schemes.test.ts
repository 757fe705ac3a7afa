import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Evaluation, evaluate } from "@yuanbiao/core/evaluate";
import type { AreaFact, EvaluationFacts } from "@yuanbiao/core/evaluate-facts";
import { Scheme } from "@yuanbiao/core/scheme";
import { readSchemeFile, writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { unverifiedPlaces } from "@yuanbiao/core/scheme-unverified";
import { validateScheme } from "@yuanbiao/core/scheme-validate";
import { describe, expect, it } from "vitest";
import { readFolder } from "./read.ts";
import { shippedSchemes } from "./schemes.ts";

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const all = shippedSchemes();
const schemeOf = (code: string): Scheme => {
  const found = all.find((scheme) => scheme.code === code);
  if (found === undefined) throw new Error(`no scheme ${code}`);
  return found;
};

const read = await readFolder(pathOf("policy/liuzhou"));
if ("faults" in read) throw new Error("the folder is refused");
const { folder } = read;
const indicators = new Map(folder.indicators.map((one) => [one.code, one]));
const calibers = new Map(folder.calibers.map((one) => [one.code, one]));

describe.each(all.map((scheme) => [scheme.code, scheme] as const))("%s", (code, scheme) => {
  it("is of the schema, valid, and survives its file", () => {
    expect(Scheme.parse(scheme)).toEqual(scheme);
    expect(validateScheme(scheme)).toEqual([]);
    expect(readSchemeFile(writeSchemeFile(scheme))).toEqual({ scheme, faults: [] });
  });
  it("is 待核 in places, each with its reason in both languages, so it cannot be sealed", () => {
    const places = unverifiedPlaces(scheme);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({ reasonEn }) => reasonEn === null)).toEqual([]);
    expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
  });
  it("has English names throughout", () => {
    const named = [
      scheme,
      ...scheme.parkTypes,
      ...scheme.pools,
      ...scheme.groups,
      ...scheme.groups.flatMap((one) => one.criteria),
    ];
    expect(named.filter(({ nameEn }) => nameEn === null).map((one) => `${code} ${one.code}`)).toEqual([]);
  });
});

/** The national list as its file has it; no cell of it holds a comma or a quote. */
const rows = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const list = readFileSync(pathOf("schemes/national-zones-2021.csv"), "utf8");

describe("the national list of 2021", () => {
  const scheme = schemeOf("national-zones-2021");
  it("is the list, row by row", () => {
    const own = scheme.groups.flatMap((group) =>
      group.criteria.map((criterion) => [
        ...[criterion.code, group.name, group.weight, criterion.name, criterion.weight],
        criterion.unverified.some(({ field }) => field === "weight") ? "待核" : "found",
        criterion.scorer.type === "panel" ? "定性" : "counted",
        criterion.scorer.type === "min-max" ? criterion.scorer.direction : "up",
      ]),
    );
    expect(own).toEqual(
      rows(list).map(([code, group, weight, indicator = "", kind, direction, relative, status]) => [
        ...[code, group, weight, indicator.replaceAll("**", ""), relative, status],
        ...[kind === "定性" ? kind : "counted", direction],
      ]),
    );
  });
  it("has 46 indicators in groups of 20, 20, 15, 15 and 30, two of them with a published weight", () => {
    expect(scheme.groups.map(({ weight, criteria }) => [weight, criteria.length])).toEqual([
      ["20", 10],
      ["20", 10],
      ["15", 9],
      ["15", 7],
      ["30", 10],
    ]);
    const found = scheme.groups.flatMap(({ criteria }) =>
      criteria.filter(({ unverified }) => unverified.every(({ field }) => field !== "weight")),
    );
    expect(found.map(({ code, weight }) => [code, weight])).toEqual([
      ["1.1", "0.8"],
      ["1.2", "1.2"],
    ]);
  });
  const source = fileURLToPath(new URL("../../../shared/data/scheme-national-zones-2021.csv", import.meta.url));
  it.skipIf(!existsSync(source))("is the list that was handed over (skipped where that is not at hand)", () => {
    expect(readFileSync(source, "utf8").replaceAll("\r\n", "\n")).toBe(list);
  });
});

describe("the composite", () => {
  it("is 20 % targets, 32 % levels and 48 % changes of parts out of 100", () => {
    const scheme = schemeOf("target-and-effect");
    expect(scheme.groups.map(({ role, weight }) => `${role} ${weight}`)).toEqual([
      ...["part 100", "part 100", "part 100", "counted 100"],
    ]);
    const scorer = scheme.groups.at(-1)?.criteria[0]?.scorer;
    expect(scorer?.type === "composite" && scorer.parts).toEqual([
      { share: "0.2", of: "target" },
      {
        share: "0.8",
        of: {
          parts: [
            { share: "0.4", of: "static" },
            { share: "0.6", of: "dynamic" },
          ],
        },
      },
    ]);
  });
});

describe("the sample for the Liuzhou zone", () => {
  const scheme = schemeOf("liuzhou-zone-2018");
  it("has the five foci, on indicators and calibers of the folder", () => {
    expect(scheme.groups.map(({ name }) => name)).toEqual([
      ...["自主创新示范特色产业发展", "新兴产业培育", "创业孵化能力", "人才引进培养", "企业自主创新"],
    ]);
    expect(validateScheme(scheme, { indicators, calibers, targets: folder.targets })).toEqual([]);
  });
  it("gives no weight and no rule as if a source had", () => {
    const items = scheme.groups.flatMap((group) => [group, ...group.criteria]);
    expect(items.filter(({ unverified }) => unverified.every(({ field }) => field !== "weight"))).toEqual([]);
    const rules = scheme.groups.flatMap(({ criteria }) => criteria);
    expect(rules.filter(({ unverified }) => unverified.every(({ field }) => field !== "scorer"))).toEqual([]);
  });

  function run(areas: readonly AreaFact[]): Evaluation {
    const grades = new Map(folder.documents.map(({ code, grade }) => [code, grade]));
    const facts: EvaluationFacts = {
      ...{ areas, indicators: folder.indicators, bridges: folder.bridges },
      figures: folder.observations.map((one) => ({
        ...{ ...one, version: 1, recordedAt: "2026-01-01T00:00:00.000Z" },
        grade: grades.get(one.document) ?? "repost",
      })),
      targets: folder.targets.map((one) => ({ ...one, version: 1 })),
      ...{ panels: [], milestones: [], counts: [], earlier: [] },
    };
    return evaluate(scheme, facts, "seal");
  }
  it("is refused on the real data, with every reason at once", () => {
    const { refusals, areas } = run([{ code: "liuzhou-zone", type: "zone" }]);
    expect(areas).toEqual([]);
    const said = refusals.filter(({ code }) => code !== "unverified");
    expect(
      said.map(({ code, criterion, figures }) => [criterion, code, figures["observation"] ?? figures["target"]]),
    ).toEqual([
      [null, "pool-of-one", undefined],
      ["output-share", "figure-missing", undefined],
      ["output-share", "target-not-due", "T15"],
      ["above-scale-industrial-firms", "figure-missing", undefined],
      ["above-scale-industrial-firms", "target-not-due", "T20"],
      ["sei-share", "figure-missing", undefined],
      ["sei-share", "target-missing", undefined],
      ["four-new-share", "figure-missing", undefined],
      ["four-new-share", "target-missing", undefined],
      ["regional-incubators", "caliber-mismatch", "001-030"],
      ["regional-incubators", "target-not-due", "T09"],
      ["incubated-startups", "caliber-mismatch", "001-027"],
      ["incubated-startups", "target-not-due", "T10"],
      ["talent", "panel-missing", undefined],
      ["national-hitech-firms", "figure-provisional", "001-006"],
      ["national-hitech-firms", "target-not-due", "T21"],
      ["rd-intensity", "figure-missing", undefined],
      ["rd-intensity", "target-not-due", "T13"],
      ["invention-patents-per-10k", "caliber-mismatch", "001-025"],
      ["invention-patents-per-10k", "target-not-due", "T11"],
    ]);
    expect(refusals.length - said.length).toBe(unverifiedPlaces(scheme).length);
  });
});
