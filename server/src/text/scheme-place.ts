import type { Language } from "../language.ts";

type Word = readonly [chinese: string, english: string];

/** What stands in a list, said with its number. */
const listed: Readonly<Record<string, Word>> = {
  groups: ["第#组", "group #"],
  criteria: ["第#项", "criterion #"],
  tiers: ["第#档", "tier #"],
  steps: ["第#档", "step #"],
  parts: ["第#部分", "part #"],
  items: ["第#个加减分项", "item #"],
  benchmarks: ["第#条基准值", "benchmark #"],
  unverified: ["第#条待核标注", "unverified mark #"],
  parkTypes: ["第#种园区类型", "park type #"],
  pools: ["第#个比较组", "pool #"],
  types: ["第#种类型", "type #"],
  grades: ["第#个等次", "grade #"],
  vetoes: ["第#条否决", "veto #"],
  windows: ["第#条多年规则", "window rule #"],
  chain: ["第#步", "step #"],
  order: ["计算次序第#步", "step # of the order"],
  sources: ["第#个出处", "source #"],
};

const fields: Readonly<Record<string, Word>> = {
  ...{ groups: ["分组", "groups"], parkTypes: ["园区类型", "park types"], pools: ["比较组", "pools"] },
  ...{ order: ["计算次序", "order of steps"], grades: ["等次", "grades"], vetoes: ["否决", "vetoes"] },
  ...{ windows: ["多年规则", "window rules"], ties: ["同分规则", "ties"], adjustments: ["加减分", "adjustments"] },
  ...{ visibility: ["公开范围", "visibility"], quotas: ["名额规则", "quotas"], rounding: ["修约", "rounding"] },
  ...{ fullMark: ["满分", "full mark"], dataYear: ["数据年度", "data year"], sources: ["出处", "sources"] },
  ...{ evaluationYear: ["考核年度", "evaluation year"], unverified: ["待核标注", "unverified marks"] },
  ...{ weight: ["权重", "weight"], weights: ["分类型权重", "weights by type"], role: ["作用", "role"] },
  ...{ scorer: ["计分规则", "scoring rule"], inputs: ["取数", "inputs"], benchmarks: ["基准值", "benchmarks"] },
  ...{ indicator: ["指标", "indicator"], caliber: ["口径", "caliber"], code: ["代码", "code"], name: ["名称", "name"] },
  ...{ from: ["起点", "from"], to: ["终点", "to"], points: ["分值", "points"], cap: ["上限", "cap"] },
  ...{
    floor: ["下限", "floor"],
    zeroBelow: ["计分起点", "zero below"],
    every: ["每档", "every"],
    max: ["最大", "max"],
  },
  ...{ min: ["最小", "min"], excess: ["超额部分", "excess"], unfinishedBelow: ["未完成界限", "unfinished below"] },
  ...{ satisfactory: ["满意值", "satisfactory"], unallowable: ["不允许值", "unallowable"], base: ["基础分", "base"] },
  ...{ span: ["功效分", "span"], baseShare: ["基本分份额", "base share"], share: ["份额", "share"] },
  ...{ maxBonusShare: ["加分上限份额", "greatest bonus share"], floorShare: ["保底份额", "floor share"] },
  ...{ perStepPenalty: ["每档扣分", "penalty a step"], step: ["级差", "step"], minShare: ["最低份额", "least share"] },
  ...{ over: ["超过部分", "over"], under: ["不足部分", "under"], clamp: ["加减限额", "clamp"], of: ["对象", "of"] },
  ...{ trim: ["去掉个数", "trim"], minJudges: ["最少评委人数", "fewest judges"], scale: ["评分满分", "scale"] },
  ...{ parts: ["各部分", "parts"], done: ["完成的份额", "done"], partial: ["部分完成的份额", "partial"] },
  ...{ quota: ["名额", "quota"], value: ["数值", "value"], when: ["条件", "when"], effect: ["后果", "effect"] },
  ...{ criterion: ["所指指标", "criterion"], grade: ["等次", "grade"], by: ["降几等", "by"], test: ["条件", "test"] },
  ...{ atLeast: ["至少次数", "at least"], years: ["年数", "years"], places: ["名次数", "places"] },
  ...{ chain: ["同分排序", "tie-break chain"], items: ["加减分项", "items"], field: ["所指字段", "field"] },
  ...{ nameEn: ["英文名称", "English name"], note: ["备注", "note"], noteEn: ["英文备注", "English note"] },
  ...{ mode: ["方式", "mode"], stage: ["在哪一步修约", "stage"], compare: ["比较方法", "comparison"] },
  ...{ missing: ["缺数的处理", "missing figures"], title: ["标题", "title"], number: ["文号", "number"] },
  ...{ issuer: ["发文机关", "issuer"], issuedOn: ["发文日期", "date of issue"], clause: ["条款", "clause"] },
  ...{ scope: ["范围", "scope"], rule: ["规则", "rule"], kind: ["种类", "kind"], reason: ["原因", "reason"] },
  ...{ reasonEn: ["英文原因", "English reason"], types: ["类型", "types"], direction: ["方向", "direction"] },
  ...{ criteria: ["指标", "criteria"], take: ["取法", "what is taken"], yearsBack: ["往前几年", "years back"] },
  ...{ lines: ["得分明细", "lines"], total: ["总分", "total"], rank: ["名次", "rank"], type: ["类型", "type"] },
};

/** Names that whoever made the scheme gave: inputs of a rule, park types with a weight of their own. */
const free = new Set(["inputs", "weights"]);

interface Part {
  readonly text: string;
  /** Groups and criteria say where; what follows says what of it. */
  readonly isPlace: boolean;
}

/** What an item of a list is called where the path says its code and not its number. */
export type ItemNames = (list: string, code: string) => string;

const unnamed: ItemNames = (_list, code) => code;
const quoted = (text: string, at: 0 | 1): string => (at === 0 ? `“${text}”` : `"${text}"`);

function partsOf(path: string, at: 0 | 1, nameOf: ItemNames): Part[] {
  // Codes may have dots of their own.
  const names = path.match(/[^.[\]]+(?:\[[^\]]*\])?/g) ?? [path];
  return names.map((segment, index) => {
    const [, name = segment, number] = /^([^[]*)\[([^\]]+)\]$/.exec(segment) ?? [];
    const isPlace = name === "groups" || name === "criteria";
    const called = number === undefined ? undefined : nameOf(name, number);
    // Codes may be numbers, too: whatever has a name is called by it.
    if (called !== undefined && (called !== number || !/^\d+$/.test(number)))
      return { text: quoted(called, at), isPlace };
    if (number !== undefined) {
      const place = String(Number(number) + 1);
      return { text: listed[name]?.[at].replace("#", place) ?? `${name} ${place}`, isPlace };
    }
    const isFree = free.has(names[index - 1] ?? "");
    const own = isFree ? undefined : fields[name]?.[at];
    return { text: own ?? quoted(name, at), isPlace: false };
  });
}

/** A place in a scheme as people say it: "第2组第1项：计分规则第3档起点"; items told by their codes are called by name. */
export function schemePlaceText(language: Language, path: string, nameOf: ItemNames = unnamed): string {
  const parts = partsOf(path, language === "en" ? 1 : 0, nameOf);
  const [places, rest] = [parts.filter(({ isPlace }) => isPlace), parts.filter(({ isPlace }) => !isPlace)];
  const joint = language === "en" ? ", " : "";
  const texts = [places, rest].map((own) => own.map(({ text }) => text).join(joint)).filter((text) => text !== "");
  const text = texts.join(language === "en" ? ": " : "：");
  return language === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
