import type { LineState } from "@yuanbiao/core/evaluate-line";
import type { Qualifier, Role } from "@yuanbiao/core/observation";
import type { ResultStep, Scheme } from "@yuanbiao/core/scheme";
import type { BenchmarkField, Criterion, Take } from "@yuanbiao/core/scheme-criterion";
import type { ScoreFlag } from "@yuanbiao/core/scorer-outcome";
import type { ScorerType } from "@yuanbiao/core/scorer-run";
import type { MilestoneState } from "@yuanbiao/core/target";
import type { Language } from "../language.ts";

/** A word in Chinese and in English. */
type Word = readonly [chinese: string, english: string];
type Rounding = Scheme["rounding"];
type Quotas = Scheme["quotas"];

/** Words for the codes of schemes and runs, complete over core's lists. */
const words = {
  scorer: {
    completion: ["完成率计分", "by completion"],
    "inverse-completion": ["逆向指标完成率计分", "by completion, lower is better"],
    "completion-steps": ["完成率分档计分", "by steps of completion"],
    "min-max": ["极差标准化", "by place between least and greatest"],
    efficacy: ["功效系数法", "by efficacy coefficient"],
    "benchmark-ratio": ["与基准值之比", "by ratio to a benchmark"],
    "level-growth": ["基本分加增长分", "base and growth"],
    tiers: ["分档计分", "by tiers"],
    "rank-points": ["按名次计分", "by rank"],
    "count-target": ["按个数加减分", "by count over or under a target"],
    panel: ["专家评分", "by a panel of experts"],
    composite: ["合成", "composite"],
    adjustments: ["加减分", "adjustments"],
    milestone: ["里程碑", "by milestone"],
  } satisfies Record<ScorerType, Word>,
  lineState: {
    scored: ["按规则计分", "scored by the rule"],
    settled: ["缺数，按方案约定计分", "no figure: settled as the scheme says"],
    redistributed: ["缺数，权重分给同组其他指标", "no figure: the weight went to the others of the group"],
    excluded: ["不计分，也不计满分", "counts neither in the score nor in the full mark"],
    "not-applicable": ["不适用于这类园区", "does not apply to this type of park"],
  } satisfies Record<LineState, Word>,
  missing: {
    refuse: ["缺数则不得计算", "the run is refused"],
    zero: ["记零分", "scores 0"],
    "group-mean": ["按组内平均得分率计", "the mean share of the pool"],
    redistribute: ["权重分给同组其他指标", "the weight goes to the others of the group"],
    carry: ["沿用上年得分", "last year's points"],
    "not-applicable": ["不适用，不计满分", "not applicable, not in the full mark"],
  } satisfies Record<Criterion["missing"], Word>,
  flag: {
    unfinished: ["未完成", "unfinished"],
  } satisfies Record<ScoreFlag, Word>,
  step: {
    adjustments: ["加减分", "adjustments"],
    vetoes: ["否决", "vetoes"],
    ranks: ["排名", "ranks"],
    grades: ["定等次", "grades"],
  } satisfies Record<ResultStep, Word>,
  rounding: {
    "half-up": ["四舍五入", "half up"],
    "half-even": ["四舍六入五成双", "half to even"],
  } satisfies Record<Rounding["mode"], Word>,
  stage: {
    criterion: ["每个指标的得分修约一次", "the points of each criterion are rounded once"],
    group: ["每组的得分修约一次", "the points of each group are rounded once"],
    total: ["只有总分修约一次", "the total alone is rounded, once"],
  } satisfies Record<Rounding["stage"], Word>,
  compare: {
    rounded: ["按修约后的总分比较（修约值比较法）", "rounded totals are compared"],
    full: ["按未修约的总分比较（全数值比较法）", "full totals are compared"],
  } satisfies Record<Rounding["compare"], Word>,
  tie: {
    competition: ["同分并列，其后名次空出（1、2、2、4）", "equals share a place, the next is left open (1, 2, 2, 4)"],
    dense: ["同分并列，其后名次不空（1、2、2、3）", "equals share a place, the next follows (1, 2, 2, 3)"],
  } satisfies Record<Scheme["ties"]["rule"], Word>,
  quotaScope: {
    pool: ["各比较组分别计算", "within each pool"],
    all: ["全部园区一起计算", "over all parks"],
  } satisfies Record<Quotas["scope"], Word>,
  quotaRounding: {
    down: ["舍去小数", "rounded down"],
    "half-up": ["四舍五入", "rounded half up"],
    up: ["进位", "rounded up"],
  } satisfies Record<Quotas["rounding"], Word>,
  quotaTies: {
    include: ["名额边上同分的都列入", "those tied at the edge all get in"],
    exclude: ["名额边上同分的都不列入", "of those tied at the edge none gets in"],
  } satisfies Record<Quotas["ties"], Word>,
  visibility: {
    own: ["本园区", "the park itself"],
    group: ["同一比较组", "its pool"],
    all: ["全部登录用户", "every account"],
    public: ["公开", "everybody"],
  } satisfies Record<Scheme["visibility"]["grade"], Word>,
  take: {
    value: ["数值", "the figure"],
    change: ["比上年的变化", "its change on the year before"],
    "nominal-growth": ["比上年增长（推算，名义）", "growth computed from both years (nominal)"],
    "reported-growth": ["公布的增长率", "growth as published"],
  } satisfies Record<Take, Word>,
  benchmark: {
    min: ["最小值", "least value"],
    max: ["最大值", "greatest value"],
    satisfactory: ["满意值", "satisfactory value"],
    unallowable: ["不允许值", "unallowable value"],
    average: ["平均值", "average"],
  } satisfies Record<BenchmarkField, Word>,
  role: {
    adopted: ["采用数", "adopted figure"],
    verified: ["核定数", "verified figure"],
    reported: ["上报数", "reported figure"],
  } satisfies Record<Role, Word>,
  qualifier: {
    "=": ["", ""],
    "~": ["约 ", "about "],
    ">": ["超过 ", "more than "],
    "<": ["不足 ", "less than "],
    ">=": ["不少于 ", "at least "],
    "<=": ["不多于 ", "at most "],
  } satisfies Record<Qualifier, Word>,
  milestone: {
    done: ["已完成", "done"],
    partial: ["部分完成", "partly done"],
    "not-done": ["未完成", "not done"],
  } satisfies Record<MilestoneState, Word>,
};
type Words = typeof words;
type Kind = keyof Words;

const all: Record<Kind, Readonly<Record<string, Word>>> = words;

/** The word for a code of a scheme or run: schemeWord(language, "lineState", "scored"). */
export function schemeWord<K extends Kind>(language: Language, kind: K, code: keyof Words[K] & string): string {
  return findSchemeWord(language, kind, code) ?? code;
}

/** The same for a code that came as text; undefined for one without a word. */
export function findSchemeWord(language: Language, kind: Kind, code: string): string | undefined {
  return all[kind][code]?.[language === "en" ? 1 : 0];
}
