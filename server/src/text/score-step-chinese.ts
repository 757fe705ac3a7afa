import type { ScoreStep, ScoreStepCode } from "@yuanbiao/core/scorer-outcome";
import type { Sentence } from "./score-sentence.ts";

type StepSentence = Sentence<ScoreStep>;

const isNone = (figure: string | undefined): boolean => figure === undefined || figure === "0";

const inRange: StepSentence = ({ item, figures }) => {
  const over = item === "down" ? "（最大值 {max} − 数值 {value}）" : "（数值 {value} − 最小值 {min}）";
  const share = `${over}÷（最大值 {max} − 最小值 {min}）`;
  return isNone(figures["floor"])
    ? `得分比例 =${share}= {share}（保底 {floor}）`
    : `得分比例 = 保底 {floor} +（1 − {floor}）×${share}= {share}`;
};

const tier: StepSentence = ({ figures: { from, to } }) => {
  if (from === undefined) return to === undefined ? "数值 {value} 得 {points} 分（只有第 {tier} 档）" : below;
  return to === undefined
    ? "数值 {value} 在第 {tier} 档（{from} 以上），得 {points} 分"
    : "数值 {value} 在第 {tier} 档（{from} 至 {to}），得 {points} 分";
};
const below = "数值 {value} 在第 {tier} 档（{to} 以下），得 {points} 分";

const under: StepSentence = ({ item }) =>
  `完成值 {actual} 低于目标值 {target}，每低${item === "percent" ? "目标值的 {every}%" : " {every}"} 记 {points} 分，共 {steps} 个整档，` +
  "以正负 {clamp} 分为限计 {given} 分，加在基本分 {base} 分上";

const states: Readonly<Record<string, string>> = { done: "已完成", partial: "部分完成", "not-done": "未完成" };
const milestone: StepSentence = ({ item }) =>
  `认定为${states[item ?? ""] ?? "—"}：得分 = 权重 {weight} × {share} = {points}`;

/** One sentence of arithmetic a step, with every figure that the step carries. */
export const chineseSteps: Record<ScoreStepCode, StepSentence> = {
  "rate-of-target": "完成率 = 完成值 {actual} ÷ 目标值 {target} = {rate}",
  "rate-inverse": "完成率 = 目标值 {target} ÷ 完成值 {actual} = {rate}",
  "rate-two-minus": "完成率 = 2 − 完成值 {actual} ÷ 目标值 {target} = {rate}",
  "rate-from-baseline":
    "完成率 =（基期值 {baseline} − 完成值 {actual}）÷（基期值 {baseline} − 目标值 {target}）= {rate}",
  "rate-given": "完成率为 {rate}",
  "rate-of-benchmark": "比值 = 数值 {value} ÷ 基准值 {benchmark} = {rate}",
  "raised-to-floor": "{rate} 低于下限 {limit}，按 {limit} 计",
  "lowered-to-cap": "{rate} 高于上限 {limit}，按 {limit} 计",
  "below-zero-line": "{rate} 低于计分起点 {limit}，按 0 计",
  weighted: "得分 = 权重 {weight} × {rate} = {points}",
  "step-reached": "达到 {from} 及以上的一档，得 {points} 分",
  "no-step-reached": "没有达到任何一档，得 {points} 分",
  "excess-steps": "完成率超过 1 的部分每满 {every} 加 {points} 分，共 {steps} 个整档，最多加 {max} 分，实加 {given} 分",
  unfinished: "完成率 {rate} 低于 {line}，记为未完成",
  "position-in-range": inRange,
  "no-range": "最大值 {max} 与最小值 {min} 相同，数值 {value} 分不出高低：得分 = 权重 {weight} × {share} = {points}",
  efficacy:
    "功效得分（百分制）= {base} + {span} ×（数值 {value} − 不允许值 {unallowable}）÷（满意值 {satisfactory} − 不允许值 {unallowable}）= {score}",
  "base-share": "基本分 = 权重 {weight} × {share} = {points}",
  "growth-steps": "增长 {growth}%，每满 {every}% 加 {points} 分，共 {steps} 个整档，最多加 {max} 分，实加 {given} 分",
  "decline-steps": "增长 {growth}%，即下降，每满 {every}% 扣 {penalty} 分，共 {steps} 个整档，余 {left} 分",
  "tier-reached": tier,
  ranked: "在 {count} 个有数的园区中名次为 {rank}",
  "rank-share": "得分 = 权重 {weight} ×（{count} − 名次 {rank} + 1）÷ {count} = {weight} × {share} = {points}",
  "rank-deduction": "得分 = 权重 {weight} − 级差 {step} ×（名次 {rank} − 1）= {points}",
  "count-over":
    "完成值 {actual} 超过目标值 {target}，每超 {every} 记 {points} 分，共 {steps} 个整档，以正负 {clamp} 分为限计 {given} 分，加在基本分 {base} 分上",
  "count-under": under,
  "count-met": "完成值 {actual} 等于目标值 {target}，得基本分 {base} 分",
  trimmed: "共 {judges} 名评委评分，去掉最高和最低各 {trim} 个，余下 {kept} 个合计 {sum}",
  "mean-of-judges": "得分 = 权重 {weight} × 平均分 {mean} ÷ 评分满分 {scale} = {points}",
  part: ({ figures }) =>
    figures["share"] === undefined ? "{item}：{points}" : "{item}：{figure} × {share} = {points}",
  bonus: "另加 {bonus} 分，合计 {points} 分",
  "adjustment-base": "加减分前为 {base} 分",
  adjustment: "{item}：{count} 次 × {each} 分，计 {given} 分",
  "adjustments-total": "加减分合计 {sum} 分，按限额计 {given} 分：{base} 分加上后为 {points} 分",
  milestone,
  "not-scored": ({ item }) => (item === null ? "没有可计分的数，未计分" : "没有可计分的数（{item}），未计分"),
  "rounded-half-up": "{from} 按四舍五入修约到 {scale} 位小数：{to}",
  "rounded-half-even": "{from} 按四舍六入五成双修约到 {scale} 位小数：{to}",
};

/** The two steps that read otherwise where groups are added up to a total. */
export const chineseTotal = {
  weighted: "折算到满分：{weight} × {rate} = {points}",
  "adjustments-total": "加减分合计 {sum} 分，按限额计 {given} 分",
} as const;

/** What rules call their inputs. */
export const chineseInputs: Readonly<Record<string, string>> = {
  actual: "完成值",
  target: "目标值",
  baseline: "基期值",
  rate: "完成率",
  value: "数值",
  values: "数值",
  min: "最小值",
  max: "最大值",
  benchmark: "基准值",
  growth: "增长率",
  scores: "评委评分",
  state: "完成情况",
  base: "加减分前的分",
  bonus: "另加的分",
  counts: "次数",
};
