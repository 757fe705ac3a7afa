import type { LackReason } from "@yuanbiao/core/evaluate-refusal";
import type { MissingReason } from "@yuanbiao/core/missing-score";
import type { Language } from "../language.ts";

type Reason = LackReason | MissingReason;

const chinese: Record<Reason, string> = {
  "figure-missing": "没有可用的数据",
  "not-reported": "该项填报为“未报”",
  "not-applicable": "该项填报为“不适用”",
  "not-computable": "该项填报为“无法计算”",
  "panel-missing": "没有专家评分",
  "milestone-missing": "没有完成情况的认定",
  "prior-missing": "没有可比的上年数，算不出变化",
  "growth-not-printed": "出处没有公布增长率",
  "points-missing": "所依据的部分没有得分",
  "missing-input": "缺少计分所需的数",
  "non-positive-target": "目标值不大于 0，没有完成率",
  "non-positive-benchmark": "基准值不大于 0，无从相比",
  "zero-denominator": "作除数的值为 0",
  "negative-actual": "完成值为负，没有完成率",
  "baseline-not-above-target": "基期值不高于目标值，没有下降空间可算",
  "min-above-max": "最小值大于最大值",
  "empty-pool": "比较组里没有数",
  "pool-of-one": "比较组里只有一个有数的园区，无从比较",
  "too-few-judges": "评分的专家人数不够",
  "score-outside-scale": "有评分超出评分范围",
  "nobody-scored": "组内没有园区得分，无从取平均",
  "no-points-last-year": "没有上年得分可以沿用",
  "last-year-out-of-range": "上年得分超出权重，不能照样沿用",
};

const english: Record<Reason, string> = {
  "figure-missing": "there is no figure to use",
  "not-reported": "it was answered as not reported",
  "not-applicable": "it was answered as not applicable",
  "not-computable": "it was answered as not computable",
  "panel-missing": "no expert has scored it",
  "milestone-missing": "nobody has judged whether it is done",
  "prior-missing": "there is no comparable figure of the year before, hence no change",
  "growth-not-printed": "the source publishes no growth",
  "points-missing": "what it rests on has no points",
  "missing-input": "a figure that the rule needs is missing",
  "non-positive-target": "the target is not above 0, hence no rate",
  "non-positive-benchmark": "the benchmark is not above 0",
  "zero-denominator": "the figure to divide by is 0",
  "negative-actual": "the actual figure is negative, hence no rate",
  "baseline-not-above-target": "the baseline is not above the target, so there is no reduction to measure",
  "min-above-max": "the least is above the greatest",
  "empty-pool": "nobody in the pool has a figure",
  "pool-of-one": "one park alone in the pool has a figure, so there is nobody to compare it with",
  "too-few-judges": "too few experts have scored it",
  "score-outside-scale": "a score lies outside the scale",
  "nobody-scored": "nobody in the pool has points, so there is no mean",
  "no-points-last-year": "there are no points of last year to carry over",
  "last-year-out-of-range": "last year's points do not fit into the weight, so they cannot be carried over as they are",
};

const reasons: Record<Language, Record<Reason, string>> = { "zh-CN": chinese, en: english };

/** Why there was nothing to score, or nothing to settle it by, as a clause without a full stop. */
export function lackText(language: Language, reason: Reason): string {
  return reasons[language][reason];
}
