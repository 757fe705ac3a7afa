import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion, Group } from "@yuanbiao/core/scheme-criterion";
import {
  againstTarget,
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

type Rule = Pick<Criterion, "scorer" | "inputs">;

/** One part out of a hundred, with one indicator in it that still has to be chosen. */
function part(code: string, [name, nameEn]: readonly [string, string], rule: Rule): Group {
  const criterion = draftCriterion({
    ...{ code: `${code}-1`, name: `${name}指标（待定）`, nameEn: `${nameEn}: indicator to be chosen`, ...rule },
    unverified: [...noIndicator, noRule],
  });
  return draftGroup({ code, name, nameEn, role: "part", weight: "100", criteria: [criterion] });
}

const whole = (): Group =>
  draftGroup({
    ...{ code: "total", name: "综合得分", nameEn: "Composite", weight: "100" },
    criteria: [
      draftCriterion({
        ...{ code: "composite", name: "目标考核与效果考核合成", nameEn: "Targets and effects together" },
        scorer: {
          type: "composite",
          parts: [
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
          ],
        },
        inputs: {
          target: { from: "group", code: "target" },
          static: { from: "group", code: "static" },
          dynamic: { from: "group", code: "dynamic" },
        },
      }),
    ],
  });

/** 20 % targets and 80 % effects, these of 40 % static (levels) and 60 % dynamic (changes). */
export function targetAndEffect(): Scheme {
  return draftScheme({
    ...{ code: "target-and-effect", name: "目标考核20%＋效果考核80%（静态40%、动态60%）" },
    nameEn: "20 % targets and 80 % effects (40 % static, 60 % dynamic)",
    ...{ evaluationYear: 2018, dataYear: 2017 },
    parkTypes: [{ code: "park", name: "园区", nameEn: "Park" }],
    pools: [{ code: "all", name: "全部园区", nameEn: "All parks", types: ["park"] }],
    groups: [
      part("target", ["目标考核", "Targets"], againstTarget),
      part("static", ["静态效果", "Static effects"], withinPool("up")),
      part("dynamic", ["动态效果", "Dynamic effects"], withinPool("up", "change")),
      whole(),
    ],
    sources: [{ title: "（标题待核）", number: "皖政办秘〔2010〕126号", issuer: null, issuedOn: "2010", clause: null }],
    unverified: [
      mark(
        "sources[0].title",
        "手头只有文号与合成比例，未见全文。",
        "Only the number and the shares are at hand, not the text.",
      ),
      mark("evaluationYear", "样例年份，由考核办确定。", "A sample year, for the office to set."),
      mark("dataYear", "样例年份，由考核办确定。", "A sample year, for the office to set."),
      mark("pools", "未见分组规定，暂合为一组。", "No pools were seen; all are compared together until they are set."),
      noGrades,
      noAdjustments,
    ],
    note: "只有合成比例有出处；三个部分内的指标、口径与计分办法待核。",
    noteEn: "Only the shares have a source; indicators, calibers and rules within the parts are still to be settled.",
  });
}
