import type { LackReason, RefusalCode } from "@yuanbiao/core/evaluate-refusal";
import type { MissingReason } from "@yuanbiao/core/missing-score";

/** Why a run is refused, and what is to be done by whom. */
export interface RefusalWords {
  readonly why: string;
  readonly remedy: string;
}
type Lack = LackReason | MissingReason;
export type OwnRefusal = Exclude<RefusalCode, Lack> | "pool-of-one";

const askedYear = "，由{owner}核定后采用。";
const reportAgain = `请{area}按本项口径补报{year}年的数${askedYear}`;

export const chineseRefusals: Record<OwnRefusal, RefusalWords> = {
  "invalid-scheme": { why: "方案不能使用（{path}）：{fault}", remedy: "请考核办改正方案。" },
  unverified: { why: "方案待核（{path}）：没有来源给出", remedy: "请考核办核实并注明依据。可以试算，不能封存。" },
  "no-areas": { why: "没有列入考核的园区", remedy: "请考核办列出参加考核的园区及其类型。" },
  "pool-of-one": {
    why: "比较组“{pool}”只有这一个园区，无从比较",
    remedy: "请考核办补充同类园区，或改用不作横向比较的方案。",
  },
  "unknown-park-type": { why: "方案里没有园区类型“{type}”", remedy: "请考核办改正该园区的类型。" },
  "figure-provisional": {
    why: "{period}的数 {value}（{caliber}）只是初判：口径没有人确认，或只有转载的来源",
    remedy: "请{owner}确认口径并注明依据，或提供原始出处。",
  },
  "figure-not-exact": {
    why: "{period}的数是“{qualifier}{value}”（{caliber}），不是准确数",
    remedy: "请{owner}提供准确数。",
  },
  "figure-not-adopted": {
    why: "{period}的数 {value}（{caliber}）还只是{role}，没有采用",
    remedy: "请{owner}核定，由领导小组办公室采用。",
  },
  "figure-conflict": {
    why: "{period}有两个不同的采用数：{value} 与 {rival}（{caliber}）",
    remedy: "请领导小组办公室认定采用哪一个，并写明原因。",
  },
  "caliber-mismatch": { why: "只有另一口径的数：{period}，{value}（{caliber}），与本项不可比", remedy: reportAgain },
  "unlike-periods": { why: "只有{period}的数 {value}（{caliber}），不是全年的数", remedy: reportAgain },
  "target-missing": { why: "没有可以比较的目标", remedy: "请领导小组办公室下达目标，或分解到数据年度。" },
  "target-without-value": {
    why: "目标“{target}”没有数值，不能按完成率计分",
    remedy: "请领导小组办公室明确目标值，或请考核办改用认定类的规则。",
  },
  "target-not-due": {
    why: "目标“{target}”的期限是{due}，没有分解到{year}年",
    remedy: "请领导小组办公室把目标分解到{year}年，并注明文号。",
  },
  "target-conflict": {
    why: "两个目标的值不同：“{target}”为 {value}，“{other}”为 {rival}",
    remedy: "请领导小组办公室明确以哪一个为准。",
  },
  "indicator-not-bound": { why: "没有指定指标和口径", remedy: "请考核办在方案里写明。" },
  "benchmark-missing": { why: "没有数据年度的{field}", remedy: "请考核办在方案里补上，并注明依据。" },
  "nothing-to-score": {
    why: "没有一项指标可以计分，不能按 0 分排名",
    remedy: "请考核办确认是否列入考核；列入的，请补报所缺的数，或改用其他缺数办法。",
  },
};

/** The same of one group, whose criteria have nobody left to hand their weight to. */
export const chineseNothingLeft: RefusalWords = {
  why: "“{group}”没有其他指标可以计分，缺数指标的权重无处可分",
  remedy: "请{area}补报所缺的数，由{owner}核定后采用；或请考核办改用其他缺数办法。",
};

const byPark = `请{area}补报${askedYear}`;
const byScheme = "请考核办核对方案的规则与取数。";
const byTarget = "请领导小组办公室核对目标值。";
const byPanel = "请考核办组织专家评分。";

/** What to do where something lacks and the scheme does not say how to go on without. */
export const chineseRemedies: Record<Lack, string> = {
  "figure-missing": byPark,
  "not-reported": byPark,
  "not-applicable": "请考核办确认是否适用；适用的，请{area}补报。",
  "not-computable": `请{area}补报计算所需的数${askedYear}`,
  "panel-missing": byPanel,
  "milestone-missing": "请考核办依据材料作出认定。",
  "prior-missing": `请{area}补报上年同口径的数${askedYear}`,
  "growth-not-printed": "请{owner}提供公布的增长率及出处。",
  "points-missing": "请先解决所依据的部分。",
  "missing-input": byPark,
  "non-positive-target": byTarget,
  "non-positive-benchmark": byScheme,
  "zero-denominator": byScheme,
  "negative-actual": byScheme,
  "baseline-not-above-target": byTarget,
  "min-above-max": byScheme,
  "empty-pool": "请同组园区补报，由{owner}核定后采用。",
  "pool-of-one": "请同组的其他园区补报，由{owner}核定后采用。",
  "too-few-judges": byPanel,
  "score-outside-scale": "请考核办请专家改正评分。",
  "nobody-scored": "请同组园区补报，或请考核办改用其他缺数办法。",
  "no-points-last-year": "请考核办补录上年得分，或改用其他缺数办法。",
  "last-year-out-of-range": "请考核办核对上年得分与上年、本年的权重，或改用其他缺数办法。",
};
