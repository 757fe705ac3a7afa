import type { SchemeFaultCode } from "@yuanbiao/core/scheme-fault";
import type { ScorerFaultReason } from "@yuanbiao/core/scorer-definition";

/** What is wrong, and with which figures and names; `type` alone is empty where something is about all types. */
export interface FaultWords {
  readonly says: string;
  readonly about?: string;
}
export type OwnFault = Exclude<SchemeFaultCode, ScorerFaultReason>;

/** What stands against a scheme, apart from the configurations of its scorers. */
export const chineseFaults: Record<OwnFault, FaultWords> = {
  "data-year-after-evaluation": {
    says: "数据年度晚于考核年度",
    about: "数据年度 {dataYear}，考核年度 {evaluationYear}",
  },
  "non-positive-full-mark": { says: "满分须大于 0", about: "现为 {fullMark}" },
  "order-incomplete": { says: "计算次序不完整，四步都要列出", about: "缺“{step}”" },
  "order-repeated": { says: "计算次序里有一步出现两次", about: "“{step}”" },
  "grades-before-drop": { says: "有降等的否决时，须先定等次、后否决" },
  "ranks-before-grades": { says: "等次有名额时，须先排名、后定等次" },
  "type-without-pool": { says: "园区类型不属于任何比较组", about: "“{type}”" },
  "type-in-two-pools": { says: "园区类型属于两个比较组", about: "“{type}”" },
  "unknown-park-type": { says: "方案里没有这种园区类型", about: "“{type}”" },
  "pool-of-one": { says: "比较组里只有一个园区，无从比较", about: "“{pool}”只有“{area}”" },
  "negative-weight": { says: "权重不能小于 0", about: "现为 {weight}" },
  "no-weight": { says: "指标对各类园区的权重都是 0", about: "“{code}”" },
  "group-without-criteria": { says: "这一组有权重，但没有指标适用于该类园区", about: "“{type}”" },
  "weights-not-full-mark": {
    says: "各组权重之和不等于满分",
    about: "“{type}”合计 {sum}，满分 {fullMark}",
  },
  "points-differ-from-weight": {
    says: "规则自带的满分与权重不一致",
    about: "“{type}”的权重为 {weight}，规则最多给 {points}",
  },
  "indicator-needed": { says: "须指定指标" },
  "caliber-needed": { says: "须指定口径" },
  "unknown-indicator": { says: "没有这个指标", about: "“{indicator}”" },
  "unknown-caliber": { says: "没有这个口径", about: "“{caliber}”" },
  "caliber-unstated": { says: "这个口径没有写明范围、对象等任何一项，不能作为计分依据", about: "“{caliber}”" },
  "input-unknown": { says: "计分规则没有这个输入", about: "“{input}”" },
  "input-unbound": { says: "计分规则还缺一个输入，须写明从哪里取数", about: "“{input}”" },
  "input-kind-wrong": { says: "这个输入取的数与规则要的不是一类", about: "“{input}”" },
  "benchmark-missing": { says: "没有数据年度的基准值", about: "“{type}”{year} 年的{field}" },
  "benchmark-reversed": { says: "基准值的最小值大于最大值", about: "{min} 与 {max}" },
  "benchmark-repeated": { says: "同一年、同一类园区的基准值出现两次", about: "{year} 年{type}" },
  "unknown-criterion": { says: "方案里没有这个指标", about: "“{code}”" },
  "unknown-group": { says: "方案里没有这个组", about: "“{code}”" },
  "reference-cycle": { says: "各组互相引用，成了一圈，算不出先后", about: "{ring}" },
  "part-unused": { says: "这一组只作组成部分，但没有指标用到它", about: "“{code}”" },
  "cutoffs-not-descending": { says: "等次的分数线须由高到低", about: "{from} 不低于前面的 {above}" },
  "cutoff-above-full-mark": { says: "分数线高于满分", about: "{from}，满分 {fullMark}" },
  "last-grade-bounded": { says: "最后一个等次不能有分数线或名额，否则有的园区没有等次", about: "“{grade}”" },
  "quota-out-of-range": { says: "名额须不小于 0，按个数的须为整数", about: "现为 {value}" },
  "quotas-over-whole": { says: "各等次名额比例之和超过 100%", about: "合计 {sum}%" },
  "tie-break-repeated": { says: "同分排序里有一步出现两次", about: "“{code}”" },
  "negative-cap": { says: "限额不能小于 0", about: "现为 {cap}" },
  "veto-without-target": { says: "按未达目标否决，但该指标不与目标比较", about: "“{criterion}”" },
  "veto-on-aspirational": { says: "力争性目标不能作为否决的依据", about: "“{target}”" },
  "veto-on-unbinding": { says: "只有约束性目标才能作为否决的依据", about: "“{target}”为{nature}" },
  "unknown-grade": { says: "方案里没有这个等次", about: "“{grade}”" },
  "drop-too-deep": { says: "降的等数不少于等次的个数", about: "降 {by} 等，共 {grades} 等" },
  "window-impossible": { says: "要求的次数多于所看的年数", about: "{years} 年里 {atLeast} 次" },
  "lines-above-total": {
    says: "得分明细的公开范围大于总分的",
    about: "明细“{lines}”，总分“{total}”",
  },
  "total-above-rank": {
    says: "总分的公开范围大于名次的，而名次可以由总分看出",
    about: "总分“{total}”，名次“{rank}”",
  },
  "mark-on-nothing": { says: "待核标注所指的字段不存在", about: "“{field}”" },
};
