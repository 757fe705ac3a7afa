import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readFolder } from "./read.ts";
import type { Known } from "./sources.ts";

/** A small city that the product has never seen. */
const unseen: Readonly<Record<string, string>> = {
  "city.json": '{"city": "weicheng"}',
  "documents.csv": `code,name,nameEn,kind,number,publisher,publishedOn,validity,address,grade,note,noteEn
plan,未城园区行动方案,,policy,未政发〔2024〕1号,未城市人民政府,2024-03,in-force,,original,,
`,
  "departments.csv": `code,name,nameEn,aliases,members,from,to,successor,successionBasis,note,noteEn
stats,未城市统计局,,,,,,,,,
`,
  "areas.csv": `code,name,nameEn,kind,aliases,openEnded,from,to,department,note,noteEn
weicheng,未城市,,city,,false,,,,,
east,城东园区,,park,东园|老东园,false,2019-05,,,,
`,
  "memberships.csv": `area,parent,kind,role,basis,from,to,document,clause
east,weicheng,administrative,,text,,,plan,一
`,
  "calibers.csv": `code,name,nameEn,scope,population,denominator,level,price,classification
unstated,口径未注明,Caliber not stated,,,,,,
`,
  "indicators.csv": `code,name,nameEn,unit,measure,direction,timing,decimals,whole,numerator,denominator,rollUp,department,departmentFrom,departmentTo,definition,definitionEn
firms,企业数,,家,stock,up,point,0,true,,,union,stats,,,,
output,产值,,亿元,flow,up,span,2,false,,,sum,stats,,,,
`,
  "targets.csv": `id,name,kind,area,areaBasis,indicator,caliber,due,comparator,value,pathKind,pathShape,pathPoints,nature,aspirational
W1,企业达到50家,target,east,stated,firms,unstated,2026,gte,50,document,step,2024=20|2026=50,unstated,false
W2,产值达到9亿元,target,east,stated,output,unstated,2026,gte,9,,,,expected,true
`,
  "citations.csv": `target,document,clause
W1,plan,二
W2,plan,三
`,
  "observations.csv": `id,area,indicator,caliber,period,periodBasis,state,value,text,textEn,unit,qualifier,stage,role,reportedGrowth,priorComparable,document,clause,publishedOn,class,note,noteEn
o1,east,firms,unstated,2024,stated,value,31,,,家,=,unstated,reported,,,plan,附表,2025-01,public,"两行
说明",
o2,east,output,unstated,2024-YTD06,stated,value,3.5,,,亿元,=,unstated,reported,9.19,,plan,附表,2025-01,public,,
`,
};

const made: string[] = [];
afterEach(async () => {
  for (const path of made.splice(0)) await rm(path, { recursive: true });
});

async function read(changes: Readonly<Record<string, string | null>> = {}, known?: Known) {
  const path = await mkdtemp(join(tmpdir(), "folder-"));
  made.push(path);
  for (const [name, text] of Object.entries({ ...unseen, ...changes })) {
    if (text !== null) await writeFile(join(path, name), text);
  }
  return readFolder(path, known);
}

async function faultsOf(changes: Readonly<Record<string, string | null>>, known?: Known) {
  const result = await read(changes, known);
  return "faults" in result ? result.faults.map(({ file, line, field, code }) => [file, line, field, code]) : [];
}

/** A file of the unseen city with one text put in the place of another. */
function edited(file: string, from: string, to: string): Record<string, string> {
  const text = unseen[file] ?? "";
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
}

describe("readFolder", () => {
  it("reads the folder of a city that it has never seen", async () => {
    const result = await read();
    if ("faults" in result) throw new Error(JSON.stringify(result.faults));
    const { folder } = result;
    expect(folder.areas.map(({ code, city, aliases }) => [code, city, aliases])).toEqual([
      ["weicheng", "weicheng", []],
      ["east", "weicheng", ["东园", "老东园"]],
    ]);
    expect(folder.targets[0]).toMatchObject({
      path: {
        kind: "document",
        shape: "step",
        points: [
          { period: "2024", value: "20" },
          { period: "2026", value: "50" },
        ],
      },
      citations: [{ document: "plan", clause: "二" }],
      readings: [],
      members: [],
      nameEn: null,
    });
    expect(folder.observations.map(({ period }) => period)).toEqual(["2024", "2024-H1"]);
  });

  it("tolerates a byte-order mark and Windows line ends", async () => {
    const text = unseen["areas.csv"] ?? "";
    expect(await faultsOf({ "areas.csv": `\uFEFF${text.replaceAll("\n", "\r\n")}` })).toEqual([]);
  });

  it.each([
    ["a malformed code", edited("areas.csv", "east,城东", "e_st,城东"), "areas.csv", 3, "code", "malformed-code"],
    ["an empty obligatory cell", edited("areas.csv", "east,城东园区", "east,"), "areas.csv", 3, "name", "missing"],
    ["a word that is in no list", edited("areas.csv", ",park,", ",parc,"), "areas.csv", 3, "kind", "not-in-list"],
    [
      "a flag in words",
      edited("areas.csv", "东园|老东园,false", "东园,no"),
      "areas.csv",
      3,
      "openEnded",
      "malformed-boolean",
    ],
    ["a day that is none", edited("areas.csv", "2019-05", "2019-13"), "areas.csv", 3, "from", "malformed-day"],
    [
      "a wrong count",
      edited("indicators.csv", "point,0", "point,two"),
      "indicators.csv",
      2,
      "decimals",
      "malformed-number",
    ],
    [
      "a malformed period",
      edited("observations.csv", "2024-YTD06", "2024-YTD13"),
      "observations.csv",
      4,
      "period",
      "malformed-period",
    ],
    [
      "a due date that is none",
      edited("targets.csv", "2026,gte,9", "soon,gte,9"),
      "targets.csv",
      3,
      "due",
      "malformed-period",
    ],
    [
      "a figure with a unit in it",
      edited("observations.csv", "value,3.5", "value,3.5亿"),
      "observations.csv",
      4,
      "value",
      "malformed-quantity",
    ],
    [
      "full-width digits",
      edited("observations.csv", "value,31", "value,３１"),
      "observations.csv",
      2,
      "value",
      "full-width-digits",
    ],
    [
      "another unit than the indicator's",
      edited("observations.csv", "3.5,,,亿元", "3.5,,,万元"),
      "observations.csv",
      4,
      "unit",
      "unlike-unit",
    ],
    [
      "a fraction of a firm",
      edited("observations.csv", "value,31", "value,31.5"),
      "observations.csv",
      2,
      "value",
      "not-whole",
    ],
    [
      "a value where none is reported",
      edited("observations.csv", "value,31", "not-reported,31"),
      "observations.csv",
      2,
      "value",
      "unexpected-value",
    ],
    [
      "no value where one is",
      edited("observations.csv", "value,31", "value,"),
      "observations.csv",
      2,
      "value",
      "missing",
    ],
    [
      "a broken path",
      edited("targets.csv", "2024=20|", "2024:20|"),
      "targets.csv",
      2,
      "pathPoints",
      "malformed-period",
    ],
    [
      "a path that runs backwards",
      edited("targets.csv", "2024=20|2026=50", "2026=50|2024=20"),
      "targets.csv",
      2,
      "pathPoints",
      "unordered-path",
    ],
    ["a target without a value", edited("targets.csv", "gte,9", "gte,"), "targets.csv", 3, "value", "missing"],
    [
      "a target without a citation",
      edited("citations.csv", "W2,plan,三\n", ""),
      "targets.csv",
      3,
      "citations",
      "too-small",
    ],
    [
      "an unknown area",
      edited("observations.csv", "o1,east", "o1,west"),
      "observations.csv",
      2,
      "area",
      "unknown-area",
    ],
    [
      "an unknown indicator",
      edited("targets.csv", "stated,output", "stated,outputs"),
      "targets.csv",
      3,
      "indicator",
      "unknown-indicator",
    ],
    [
      "an unknown caliber",
      edited("targets.csv", "output,unstated", "output,stated"),
      "targets.csv",
      3,
      "caliber",
      "unknown-caliber",
    ],
    [
      "an unknown document",
      edited("citations.csv", "W1,plan", "W1,plans"),
      "citations.csv",
      2,
      "document",
      "unknown-document",
    ],
    [
      "an unknown department",
      edited("indicators.csv", "union,stats", "union,office"),
      "indicators.csv",
      2,
      "department",
      "unknown-department",
    ],
    [
      "an unknown target",
      edited("citations.csv", "W2,plan,三", "W2,plan,三\nW3,plan,三"),
      "citations.csv",
      4,
      "target",
      "unknown-target",
    ],
    [
      "the same code twice",
      edited("documents.csv", "plan,未", "plan,另,,page,,,,,,media,,\nplan,未"),
      "documents.csv",
      3,
      "code",
      "duplicate-code",
    ],
    [
      "a column that is none",
      edited("calibers.csv", "classification", "class"),
      "calibers.csv",
      1,
      "class",
      "unknown-column",
    ],
    [
      "a column that is not there",
      edited("citations.csv", "document", ""),
      "citations.csv",
      1,
      "document",
      "missing-column",
    ],
    [
      "a cell too many",
      edited("memberships.csv", "plan,一", "plan,一,二"),
      "memberships.csv",
      2,
      null,
      "wrong-column-count",
    ],
    [
      "an area within itself",
      edited("memberships.csv", "east,weicheng", "east,east"),
      "memberships.csv",
      2,
      "parent",
      "circular",
    ],
    [
      "a quotation that never ends",
      edited("memberships.csv", "plan,一", 'plan,"一'),
      "memberships.csv",
      2,
      null,
      "malformed-csv",
    ],
    ["a city that is no area", { "city.json": '{"city": "elsewhere"}' }, "city.json", 1, "city", "unknown-area"],
    ["JSON that is none", { "city.json": "weicheng" }, "city.json", 1, null, "malformed-json"],
    ["a file that does not belong", { "notes.txt": "…" }, "notes.txt", 1, null, "unknown-file"],
  ])("refuses %s", async (_, changes, file, line, field, code) => {
    expect(await faultsOf(changes)).toContainEqual([file, line, field, code]);
  });

  it("refuses a folder without its obligatory files, each once", async () => {
    const faults = await faultsOf({ "calibers.csv": null, "city.json": null });
    expect(faults).toEqual([
      ["city.json", 1, null, "missing-file"],
      ["calibers.csv", 1, null, "missing-file"],
    ]);
  });

  it("names every fault at once, and one wrong row is one fault", async () => {
    const changes = {
      ...edited("areas.csv", ",park,", ",parc,"),
      ...edited("observations.csv", "value,3.5", "value,x"),
    };
    expect(await faultsOf(changes)).toEqual([
      ["areas.csv", 3, "kind", "not-in-list"],
      ["observations.csv", 4, "value", "malformed-quantity"],
    ]);
  });

  it("accepts a code that the store already has", async () => {
    const changes = edited("observations.csv", "o1,east", "o1,west");
    expect(await faultsOf(changes, { area: new Set(["west"]) })).toEqual([]);
  });

  it("refuses circles of membership, nesting, succession and ratios", async () => {
    const circle = "weicheng,east,administrative,,text,,,plan,一\n";
    expect(await faultsOf({ "memberships.csv": `${unseen["memberships.csv"]}${circle}` })).toEqual([
      ["memberships.csv", 2, "parent", "circular"],
      ["memberships.csv", 3, "parent", "circular"],
    ]);
    expect(await faultsOf(edited("indicators.csv", "0,true,,", "0,true,firms,"))).toEqual([
      ["indicators.csv", 2, "numerator", "circular"],
    ]);
    const successor = edited("departments.csv", "局,,,,,,,,,", "局,,,,,,stats,,,");
    expect(await faultsOf(successor)).toEqual([["departments.csv", 2, "successor", "circular"]]);
    const nested = {
      "targets.csv": (unseen["targets.csv"] ?? "")
        .replace("aspirational\n", "aspirational,nestedIn\n")
        .replace("unstated,false\n", "unstated,false,W2\n")
        .replace("expected,true\n", "expected,true,W1\n"),
    };
    expect(await faultsOf(nested)).toEqual([
      ["targets.csv", 2, "nestedIn", "circular"],
      ["targets.csv", 3, "nestedIn", "circular"],
    ]);
  });

  it("refuses a target and a conflict that name themselves", async () => {
    const target = {
      "targets.csv": (unseen["targets.csv"] ?? "")
        .replace("aspirational\n", "aspirational,conflicts\n")
        .replace("unstated,false\n", "unstated,false,W1\n")
        .replace("expected,true\n", "expected,true,\n"),
    };
    expect(await faultsOf(target)).toEqual([["targets.csv", 2, "conflicts", "names-itself"]]);
    const conflict = { "conflicts.csv": "code,observations,reason,reasonEn\nx,o1|o1,同一行,\n" };
    expect(await faultsOf(conflict)).toEqual([["conflicts.csv", 2, "observations", "names-itself"]]);
  });

  it("refuses light rules with a gap", async () => {
    const band = { light: "on-track", from: "0", fromInclusive: true, to: null, toInclusive: false };
    const rules = [{ code: "half", name: "半", nameEn: null, measure: "points", periods: 1, bands: [band] }];
    const faults = await faultsOf({ "light-rules.json": JSON.stringify(rules) });
    expect(faults).toEqual([["light-rules.json", 1, "bands[0].from", "gap"]]);
  });

  it("refuses a confirmation without person, day and document", async () => {
    const head = "target,indicator,area,caliber,verdict,reason,reasonEn,confirmedBy,confirmedOn,document,publishedOn";
    const bridges = `${head}\nW1,firms,east,unstated,confirmed,已确认,,,,,\n`;
    expect(await faultsOf({ "bridges.csv": bridges })).toEqual([
      ["bridges.csv", 2, "confirmedBy", "missing"],
      ["bridges.csv", 2, "confirmedOn", "missing"],
      ["bridges.csv", 2, "document", "missing"],
    ]);
  });
});
