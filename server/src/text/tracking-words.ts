import type { MissingNeed } from "@yuanbiao/core/missing";
import type { Status, UndefinedReason } from "@yuanbiao/core/status";
import type { Target } from "@yuanbiao/core/target";
import type { Language } from "../language.ts";

/** The words of targets and their progress, as papers write them. */
interface TrackingWords {
  readonly status: Record<Status, string>;
  readonly overdue: string;
  readonly awaited: string;
  provisional(status: string): string;
  readonly reason: Record<UndefinedReason, string>;
  readonly need: Record<MissingNeed, string>;
  readonly nature: Record<Target["nature"], string>;
  readonly aspirational: string;
  /** Targets that have no figure of their own. */
  readonly aim: Record<"trend" | "judgement" | "milestone", string>;
  readonly each: string;
  readonly about: string;
  readonly everyYear: string;
  readonly undated: string;
}

const chinese: TrackingWords = {
  status: {
    achieved: "达标",
    "on-track": "正常",
    behind: "滞后",
    "far-behind": "严重滞后",
    missed: "未达标",
    regressed: "倒退",
    "no-data": "未报",
    incomparable: "不可比",
    "not-computable": "无法计算",
    judgement: "待判定",
    "not-due": "未到期",
  },
  ...{ overdue: "到期缺数", awaited: "待公布" },
  provisional: (status) => `${status}（初判）`,
  reason: {
    "no-actual": "没有指标值",
    "no-due-actual": "没有到期年份的指标值",
    "no-path": "没有分年度路径",
    "no-target-value": "文件没有写明数值",
    "zero-denominator": "分母为零",
    "non-positive-target": "目标值不为正",
    "flat-path": "路径起点与目标相同",
    "caliber-mismatch": "口径不一致",
    "unlike-periods": "时期不同类",
    "not-applicable": "不适用",
    undecided: "只是约数或界限，不能判定",
    "parts-only": "只有分子或分母",
    "awaiting-judgement": "待人认定",
    "no-evidence": "没有佐证材料",
    "too-few-points": "年度数据太少",
    "not-yet-due": "路径尚未开始",
    "already-met": "已经达到",
    "no-baseline": "没有可作起点的指标值",
  },
  need: {
    figure: "指标值",
    part: "比率的分子或分母",
    caliber: "与目标口径一致的指标值",
    confirmation: "口径确认意见",
    evidence: "完成情况及佐证材料",
    decision: "完成情况认定意见",
  },
  nature: { binding: "约束性", expected: "预期性", unstated: "未注明" },
  aspirational: "力争",
  aim: { trend: "逐年增长", judgement: "按文件要求", milestone: "完成" },
  ...{ each: "逐家", about: "约", everyYear: "每年", undated: "未写明" },
};

const english: TrackingWords = {
  status: {
    achieved: "Met",
    "on-track": "On track",
    behind: "Behind",
    "far-behind": "Far behind",
    missed: "Missed",
    regressed: "Fell back",
    "no-data": "Not reported",
    incomparable: "Not comparable",
    "not-computable": "Not computable",
    judgement: "To be judged",
    "not-due": "Not due",
  },
  ...{ overdue: "Overdue", awaited: "Awaited" },
  provisional: (status) => `${status}, provisional`,
  reason: {
    "no-actual": "no figure",
    "no-due-actual": "no figure of the due year",
    "no-path": "no yearly path",
    "no-target-value": "the document gives no number",
    "zero-denominator": "the denominator is zero",
    "non-positive-target": "the target is not positive",
    "flat-path": "the path starts at the target",
    "caliber-mismatch": "the calibers differ",
    "unlike-periods": "the periods are unlike",
    "not-applicable": "not applicable",
    undecided: "the figure is only a bound or an approximation",
    "parts-only": "a numerator or denominator alone",
    "awaiting-judgement": "to be judged by a person",
    "no-evidence": "no evidence",
    "too-few-points": "too few annual figures",
    "not-yet-due": "the path has not begun",
    "already-met": "already met",
    "no-baseline": "no figure to start from",
  },
  need: {
    figure: "the figure",
    part: "the numerator or denominator",
    caliber: "a figure in the target's caliber",
    confirmation: "the confirmation of the caliber",
    evidence: "what was done, with evidence",
    decision: "the judgement",
  },
  nature: { binding: "Binding", expected: "Expected", unstated: "Not stated" },
  aspirational: "to strive for",
  aim: { trend: "Up every year", judgement: "As the text says", milestone: "Done" },
  ...{ each: "each ", about: "about ", everyYear: "Every year", undated: "Not stated" },
};

export const trackingWords: Record<Language, TrackingWords> = { "zh-CN": chinese, en: english };
