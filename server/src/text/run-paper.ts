import type { WaterfallStep } from "@yuanbiao/core/evaluate-explain";
import type { Language } from "../language.ts";

/** Small words of a run's papers and pictures. */
export interface RunPaperWords {
  readonly unit: string;
  readonly ranking: string;
  readonly waterfall: string;
  readonly withheld: string;
  readonly steps: Readonly<Record<WaterfallStep["kind"], string>>;
  rest(count: number): string;
  version(version: number): string;
  before(rank: number, places: number): string;
  place(pool: string, place: string, ranked: number | null): string;
  readonly files: {
    readonly notice: string;
    readonly statement: string;
    readonly ranking: string;
    readonly archive: string;
  };
}

const arrow = (places: number): string => (places === 0 ? "＝" : places > 0 ? `↑${places}` : `↓${-places}`);

const chinese: RunPaperWords = {
  ...{
    unit: "分",
    ranking: "各园区得分与名次（右侧为上年名次）",
    waterfall: "由满分到总分：各项失分",
    withheld: "不公开",
  },
  steps: { "full-mark": "满分", lost: "失分", adjustment: "加减分", rounding: "修约", total: "总分" },
  rest: (count) => `其余 ${count} 项`,
  version: (version) => `采用第 ${version} 版`,
  before: (rank, places) => `上年第${rank} ${arrow(places)}`,
  place: (pool, place, ranked) => (ranked === null ? `在${pool}不列名次` : `在${pool}列${place}名（共${ranked}个）`),
  files: { notice: "考核结果通报", statement: "得分说明", ranking: "排名与得分明细", archive: "考核归档" },
};

const english: RunPaperWords = {
  ...{ unit: "points", ranking: "Points and ranks (last year's rank on the right)" },
  ...{ waterfall: "From the full mark to the total: points lost", withheld: "withheld" },
  steps: { "full-mark": "full mark", lost: "lost", adjustment: "adjustments", rounding: "rounding", total: "total" },
  rest: (count) => `others (${count})`,
  version: (version) => `version ${version}`,
  before: (rank, places) => `last year ${rank} ${arrow(places)}`,
  place: (pool, place, ranked) => (ranked === null ? `${pool}: no rank` : `${pool}: rank ${place} of ${ranked}`),
  files: { notice: "notice", statement: "statement", ranking: "ranking", archive: "archive" },
};

const all: Record<Language, RunPaperWords> = { "zh-CN": chinese, en: english };
export const paperWords = (language: Language): RunPaperWords => all[language];

const whatIf = { "zh-CN": "情景测算，不写入任何数据", en: "A what-if run: nothing of it is stored" } as const;
/** What every answer and picture of a supposition must say. */
export const whatIfText = (language: Language): string => whatIf[language];
