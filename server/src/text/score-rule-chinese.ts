import type { RuleClauses } from "./score-rule-clause.ts";

interface Tier {
  readonly from?: string | undefined;
  readonly fromInclusive: boolean;
  readonly to?: string | undefined;
  readonly toInclusive: boolean;
  readonly points: string;
}

function tierText({ from, fromInclusive, to, toInclusive, points }: Tier): string {
  const low = from === undefined ? "" : `${fromInclusive ? "≥" : ">"} ${from}`;
  const high = to === undefined ? "" : `${toInclusive ? "≤" : "<"} ${to}`;
  const stretch = [low, high].filter((text) => text !== "").join("，");
  return `${stretch === "" ? "所有数值" : stretch} 得 ${points} 分`;
}

interface Part {
  readonly share: string;
  readonly of: string | { readonly parts: readonly Part[] };
}
const partText = ({ share, of }: Part): string =>
  typeof of === "string" ? `${share} × ${of}` : `${share} ×（${of.parts.map(partText).join(" + ")}）`;

const equal = { full: "满分", mid: "权重的 0.6", zero: "零分" } as const;
const conventions = {
  "target-over-actual": "完成率 = 目标值 ÷ 完成值",
  "two-minus": "完成率 = 2 − 完成值 ÷ 目标值",
  "from-baseline": "完成率 =（基期值 − 完成值）÷（基期值 − 目标值）",
} as const;
const ties = {
  competition: "同值并列，其后名次空出",
  average: "同值取平均名次",
  dense: "同值并列，其后名次不空",
} as const;
const better = { up: "越高越好", down: "越低越好" } as const;

export const chineseRules: RuleClauses = {
  completion: ({ cap, floor, zeroBelow }) => [
    "得分 = 权重 × 完成率（完成值 ÷ 目标值）",
    `完成率最高按 ${cap} 计`,
    floor !== "0" && `最低按 ${floor} 计`,
    zeroBelow !== undefined && `低于 ${zeroBelow} 不得分`,
  ],
  "inverse-completion": ({ convention, cap }) => [
    `得分 = 权重 × 完成率，${conventions[convention]}`,
    `完成率按 0 至 ${cap} 计`,
  ],
  "completion-steps": ({ steps, excess, unfinishedBelow }) => [
    steps.map(({ from, points }) => `完成率 ≥ ${from} 得 ${points} 分`).join("，"),
    excess && `超过 1 的部分每满 ${excess.every} 加 ${excess.points} 分，最多加 ${excess.max} 分`,
    unfinishedBelow !== undefined && `低于 ${unfinishedBelow} 记为未完成`,
  ],
  "min-max": ({ floor, direction, degenerate }) => [
    `按在最小值与最大值之间的位置计分，${better[direction]}`,
    floor !== "0" && `保底为权重的 ${floor}`,
    `全部相同时得${equal[degenerate]}`,
  ],
  efficacy: ({ satisfactory, unallowable, base, span, min, max }) => [
    `得分 = 权重 × [${base} + ${span} ×（数值 − 不允许值）÷（满意值 − 不允许值）] ÷ 100`,
    `满意值 ${satisfactory}，不允许值 ${unallowable}（有年度基准值的从其规定）`,
    min !== undefined && `功效得分不低于 ${min}`,
    max !== undefined && `功效得分不高于 ${max}`,
  ],
  "benchmark-ratio": ({ cap }) => ["得分 = 权重 × 数值 ÷ 基准值", cap !== undefined && `比值最高按 ${cap} 计`],
  "level-growth": ({ baseShare, every, points, maxBonusShare, perStepPenalty, floorShare }) => [
    `基本分为权重的 ${baseShare}`,
    `每增长 ${every}% 加 ${points} 分，最多加权重的 ${maxBonusShare}`,
    perStepPenalty !== undefined && `每下降 ${every}% 扣 ${perStepPenalty} 分`,
    floorShare !== undefined && `最低为权重的 ${floorShare}`,
  ],
  tiers: (config) => config.tiers.map(tierText),
  "rank-points": ({ formula, step, minShare, ties: rule, direction }) => [
    formula === "linear" ? "得分 = 权重 ×（个数 − 名次 + 1）÷ 个数" : `第 1 名得满分，每降一名扣 ${step ?? "0"} 分`,
    minShare !== undefined && `最低为权重的 ${minShare}`,
    `${better[direction]}，${ties[rule]}`,
  ],
  "count-target": ({ points, over, under, clamp }) => [
    `达到目标得 ${points} 分`,
    `每超 ${over.every} 记 ${over.points} 分`,
    `每低${under.of === "percent" ? `目标值的 ${under.every}%` : ` ${under.every}`} 记 ${under.points} 分`,
    `加减以正负 ${clamp} 分为限`,
  ],
  panel: ({ trim, minJudges, scale }) => [
    `评分满分 ${scale}，取平均`,
    trim > 0 && `去掉最高和最低各 ${trim} 个`,
    `评委不少于 ${minJudges} 人`,
  ],
  composite: ({ parts }) => [parts.map(partText).join(" + ")],
  adjustments: ({ items, cap }) => [
    ...items.map(
      (item) => `${item.code} 每次 ${item.points} 分${item.cap === undefined ? "" : `，以正负 ${item.cap} 分为限`}`,
    ),
    cap !== undefined && `合计以正负 ${cap} 分为限`,
  ],
  milestone: ({ done, partial }) => [
    `完成得权重的 ${done}`,
    partial !== undefined && `部分完成得权重的 ${partial}`,
    "未完成不得分",
  ],
};
