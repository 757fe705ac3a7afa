import { type Evaluation, evaluate } from "@yuanbiao/core/evaluate";
import { cityFacts, cityScheme } from "@yuanbiao/core/evaluate-city";
import { explainLine, explainTotal, lostPoints } from "@yuanbiao/core/evaluate-explain";
import { recordRun } from "@yuanbiao/core/evaluate-freeze";
import { rankingChart } from "@yuanbiao/server/chart/ranking";
import { type Chart, renderPng } from "@yuanbiao/server/chart/render";
import { waterfallChart } from "@yuanbiao/server/chart/waterfall";
import type { Language } from "@yuanbiao/server/language";
import type { NoticeData } from "@yuanbiao/server/paper/notice";
import type { RankingData } from "@yuanbiao/server/paper/ranking-data";
import type { StatementData, StatementLine } from "@yuanbiao/server/paper/statement";
import { schemeWord } from "@yuanbiao/server/text/scheme-words";
import { lackText } from "@yuanbiao/server/text/score-lack";
import { scoringRuleText } from "@yuanbiao/server/text/score-rule";
import { inputText, scoreStepText, totalStepTexts } from "@yuanbiao/server/text/score-step";

/** Made-up parks and criteria with names as long as real ones. */
const chineseNames: Readonly<Record<string, string>> = {
  ...{ A: "东湖高新技术产业开发区", B: "西山科技产业园", C: "南岸特色产业集中区", D: "北郊新兴产业集中区" },
  ...{ innovation: "企业自主创新", growth: "新兴产业培育", first: "高新区组", second: "集中区组" },
  ...{ firms: "高新技术企业数", rd: "研发经费投入强度", share: "新兴产业产值占比" },
  ...{ award: "获国家级表彰", accident: "发生较大安全事故", fraud: "数据弄虚作假" },
  ...{ good: "优秀", fair: "良好", poor: "较差", hitech: "高新区", cluster: "集中区" },
};
const item = (code: string): string => chineseNames[code] ?? code;

export const cityRun: Evaluation = evaluate(cityScheme, cityFacts, "seal");
const records = recordRun(cityRun);
const ranked = records.toSorted((a, b) => (a.pool < b.pool ? -1 : a.pool > b.pool ? 1 : (a.rank ?? 0) - (b.rank ?? 0)));

const about = (language: Language) => ({
  ...{ language, mark: "演示数据", city: "示例市", evaluationYear: 2018, dataYear: 2017 },
  ...{ scheme: "园区年度考核方案", schemeVersion: 3, signer: "示例市绩效考评办公室", date: "2018年3月20日" },
  seal: { instant: "2018年3月1日 8:00", hash: "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9" },
});

const pictureOf = (chart: Chart, caption: string) => ({
  ...{ png: renderPng(chart), width: chart.width, height: chart.height, caption },
});

const place = ({ rank, tied }: (typeof records)[number]): string =>
  rank === null ? "不列名次" : `${tied ? "并列" : ""}第${rank}`;

export function sampleNotice(language: Language, own: Partial<NoticeData> = {}): NoticeData {
  const rows = ranked.map((record) => ({
    ...{ area: item(record.area), rank: place(record), total: record.shown },
    ...{ grade: record.grade === null ? null : item(record.grade), change: "上升 1 位", before: "上年第2 ↑1" },
  }));
  return {
    ...about(language),
    ...{ isFinal: true, addressee: "各园区管委会", minutes: "〔2018〕第5号会议纪要" },
    sentences: ["高新区组由东湖高新技术产业开发区领先，比第二名高 33.87 分。", "研发经费投入强度失分最多。"],
    pictures: [pictureOf(rankingChart(rows, "分"), "各园区得分与上年名次")],
    pools: cityScheme.pools.map(({ code }) => ({
      name: item(code),
      rows: rows.filter((_, at) => ranked[at]?.pool === code),
    })),
    unranked: [{ area: "北郊新兴产业集中区", reason: "数据弄虚作假 1 次，取消评定资格" }],
    corrections: ["西山科技产业园：总分 55.00 → 60.00（+5），等次 较差 → 良好。"],
    objection: { until: "2018年3月27日", office: "示例市绩效考评办公室" },
    ...own,
  };
}

function linesOf(area: string, language: Language): StatementLine[] {
  return cityScheme.groups.flatMap(({ criteria }) =>
    criteria.flatMap(({ code }) => {
      const line = explainLine(cityRun, area, code);
      if (line === undefined) return [];
      const { weight, state, reason } = line;
      return [
        {
          ...{ group: item(line.group), criterion: item(code), points: line.shown, weight: weight.effective },
          weighing: `权重 = 组权重 ${weight.group} × 相对权重 ${weight.relative} ÷ 组内相对权重之和 ${weight.sum} = ${weight.effective ?? "0"}。`,
          rule: scoringRuleText(language, line.criterion.scorer),
          inputs: line.inputs.map(({ input, value, sources }) => ({
            ...{ name: inputText(language, input), value },
            sources: sources.map((source) => `${source.period ?? ""} 统计年鉴第3章，全口径，第 ${source.version} 版`),
          })),
          steps: line.steps.map((step) => scoreStepText(language, step, { item })),
          notes:
            state === "scored"
              ? []
              : [schemeWord(language, "lineState", state), ...(reason === null ? [] : [lackText(language, reason)])],
        },
      ];
    }),
  );
}

export function sampleStatement(area: string, language: Language, own: Partial<StatementData> = {}): StatementData {
  const [result] = cityRun.areas.filter((one) => one.area === area);
  if (result === undefined) throw new Error(`no area ${area}`);
  const waterfall = lostPoints(result, cityScheme);
  const labels = { "full-mark": "满分", lost: "失分", adjustment: "加减分", rounding: "修约", total: "总分" } as const;
  const bars = waterfall.map(({ kind, criterion, points }) => ({
    kind: kind === "total" || kind === "full-mark" ? ("end" as const) : ("step" as const),
    label: criterion === null ? labels[kind] : item(criterion),
    points,
  }));
  return {
    ...about(language),
    ...{
      area: item(area),
      total: result.shown,
      fullMark: "100",
      grade: item(result.grade ?? ""),
      change: "比上年上升 1 位",
    },
    place: `在${item(result.pool)}列第${result.rank}名（共 ${result.ranked} 个）`,
    sentences: ["短板是研发经费投入强度，失 4.8 分。"],
    picture: pictureOf(waterfallChart(bars, "分"), "从满分到总分"),
    lost: waterfall.flatMap(({ kind, criterion, points }) =>
      kind === "lost" && criterion !== null ? [{ criterion: item(criterion), points: points.replace("-", "") }] : [],
    ),
    lines: linesOf(area, language),
    totals: totalStepTexts(language, explainTotal(result, cityScheme), { item }),
    bars: result.vetoes.map(({ code }) => item(code)),
    objection: null,
    ...own,
  };
}

export function sampleRanking(language: Language, own: Partial<RankingData> = {}): RankingData {
  const types = cityScheme.parkTypes.map(({ code }) => code);
  return {
    ...{ language, mark: "演示数据", city: "示例市", evaluationYear: 2018, scheme: "园区年度考核方案" },
    parkTypes: types.map(item),
    groups: cityScheme.groups.map((group) => ({
      ...{ code: group.code, name: item(group.code), isCounted: group.role === "counted" },
      weights: types.map((type) => group.weights[type] ?? group.weight),
      criteria: group.criteria.map((criterion) => ({
        ...{ code: criterion.code, name: item(criterion.code) },
        weights: types.map((type) => criterion.weights[type] ?? criterion.weight),
        rule: scoringRuleText(language, criterion.scorer),
        missing: schemeWord(language, "missing", criterion.missing),
      })),
    })),
    areas: records.map((record) => ({
      ...{ area: item(record.area), pool: item(record.pool), rank: place(record), total: record.shown },
      ...{ grade: record.grade === null ? null : item(record.grade), lastRank: "第2", change: "上升 1 位", notes: [] },
      adjustment: record.adjustment?.given ?? null,
      points: Object.fromEntries(record.lines.map(({ criterion, shown }) => [criterion, shown])),
    })),
    lines: records.flatMap(({ area }) =>
      linesOf(area, language).map((line) => ({
        ...line,
        area: item(area),
        inputs: line.inputs.map(({ name, value }) => `${name} ${value}`),
        sources: line.inputs.flatMap(({ sources }) => sources),
      })),
    ),
    basis: "封存校验码（SHA-256）：b94d27b9",
    ...own,
  };
}
