import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion, Group } from "@yuanbiao/core/scheme-criterion";
import { z } from "zod";
import { readTable } from "./csv.ts";
import { nationalGroupNames, nationalIndicatorNames } from "./scheme-national-names.ts";
import {
  byJudges,
  draftCriterion,
  draftGroup,
  draftScheme,
  mark,
  noAdjustments,
  noGrades,
  noIndicator,
  noRule,
  withinPool,
} from "./scheme-parts.ts";

const file = join(import.meta.dirname, "..", "schemes", "national-zones-2021.csv");

/** A row of the list; `kind` says how the figure is made, 定性 that judges give it, `delta` that it is a net increase. */
const ListRow = z.object({
  code: z.string().regex(/^\d\.\d{1,2}$/),
  group: z.string().min(1),
  group_weight: z.string(),
  indicator: z.string().min(1),
  kind: z.string().min(1),
  direction: z.enum(["up", "down"]),
  relative_weight: z.string(),
  relative_weight_status: z.enum(["found", "待核"]),
});
type ListRow = z.infer<typeof ListRow>;

const noWeight = mark(
  "weight",
  "可见文本未给赋权，暂按1。",
  "The text at hand gives no relative weight; 1 until it is found.",
);

function criterionOf({ code, indicator, kind, direction, ...row }: ListRow): Criterion {
  const isJudged = kind === "定性";
  return draftCriterion({
    ...{ code, name: indicator.replaceAll("**", ""), nameEn: nationalIndicatorNames[code] ?? null },
    ...(isJudged ? byJudges : withinPool(direction, kind === "delta" ? "change" : "value")),
    weight: row.relative_weight,
    unverified: [
      ...(row.relative_weight_status === "found" ? [] : [noWeight]),
      ...(isJudged ? [] : noIndicator),
      noRule,
    ],
  });
}

function groupsOf(rows: readonly ListRow[]): Group[] {
  const names = [...new Set(rows.map(({ group }) => group))];
  return names.map((name, at) => {
    const own = rows.filter(({ group }) => group === name);
    const code = String(at + 1);
    const nameEn = nationalGroupNames[code] ?? null;
    return draftGroup({ code, name, nameEn, weight: own[0]?.group_weight ?? "0", criteria: own.map(criterionOf) });
  });
}

/** 国家高新技术产业开发区综合评价指标体系 (2021): 46 indicators in five groups, from the list in `schemes/`. */
export function nationalZones2021(): Scheme {
  const { rows } = readTable(file, readFileSync(file), Object.keys(ListRow.shape));
  const list = z.array(ListRow).parse(rows.map(({ cells }) => cells));
  return draftScheme({
    ...{ code: "national-zones-2021", name: "国家高新技术产业开发区综合评价指标体系（2021）" },
    nameEn: "National list for the evaluation of high-tech zones (2021)",
    ...{ evaluationYear: 2021, dataYear: 2020 },
    parkTypes: [{ code: "national-zone", name: "国家高新区", nameEn: "National high-tech zone" }],
    pools: [{ code: "all", name: "全部国家高新区", nameEn: "All national zones", types: ["national-zone"] }],
    groups: groupsOf(list),
    sources: [
      {
        ...{ title: "国家高新技术产业开发区综合评价指标体系", number: null, issuer: "科学技术部", issuedOn: "2021" },
        clause: null,
      },
    ],
    unverified: [
      mark(
        "dataYear",
        "来源未写采用哪一年的数据，暂按评价年上一年。",
        "The source does not say which year's figures are used; the year before, until it is set.",
      ),
      mark("sources[0].number", "手头文本未载文号。", "The text at hand prints no document number."),
      noGrades,
      noAdjustments,
    ],
    note: "指标与一级权重取自2021年公布的指标体系；2024年另有新版。二级赋权只见到两项，其余待核。",
    noteEn:
      "Indicators and group weights are those published in 2021; a successor of 2024 exists. Only two relative weights were found.",
  });
}
