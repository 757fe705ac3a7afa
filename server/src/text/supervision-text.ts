import type { MissingNeed } from "@yuanbiao/core/missing";
import type { Language } from "../language.ts";

interface SupervisionWords {
  readonly name: string;
  /** Nothing is kept of whether a task was done: the unit is asked. */
  overdueTask(days: number): string;
  readonly lead: string;
  readonly with: string;
  actual(figure: string, period: string): string;
  expected(figure: string): string;
  deviation(points: string): string;
  difference(figure: string): string;
  readonly catchUp: string;
  readonly missed: string;
  readonly supply: Record<MissingNeed, string>;
  readonly comma: string;
  readonly semicolon: string;
}

const words: Record<Language, SupervisionWords> = {
  "zh-CN": {
    name: "督办单",
    overdueTask: (days) => `已到期 ${days} 天，尚无办结记录`,
    lead: "牵头办结，报送完成情况和佐证材料",
    with: "配合办结，报送本单位完成情况",
    actual: (figure, period) => `完成值 ${figure}（${period}）`,
    expected: (figure) => `应达 ${figure}`,
    deviation: (points) => `偏离 ${points} 个百分点`,
    difference: (figure) => `与目标相差 ${figure}`,
    catchUp: "分析落后原因，提出追赶措施和时间安排",
    missed: "说明未达标原因，提出整改措施和时限",
    supply: {
      figure: "补报指标值，注明口径、报告期和出处",
      part: "补报比率的分子和分母，注明口径和出处",
      caliber: "按目标口径补报指标值，并说明口径差异",
      confirmation: "出具口径确认意见，写明确认人、日期和依据",
      evidence: "报送完成情况及佐证材料",
      decision: "提出完成情况的认定意见及依据",
    },
    ...{ comma: "，", semicolon: "；" },
  },
  en: {
    name: "Supervision note",
    overdueTask: (days) => `Past its date (days: ${days}); nothing on record that it was done`,
    lead: "Lead it to its end; report what was done, with evidence",
    with: "Do your part; report what was done",
    actual: (figure, period) => `actual ${figure} (${period})`,
    expected: (figure) => `expected ${figure}`,
    deviation: (points) => `deviation ${points} points`,
    difference: (figure) => `${figure} from the target`,
    catchUp: "Say why it is behind, and how and until when it catches up",
    missed: "Say why it was missed, and what is done about it until when",
    supply: {
      figure: "Supply the figure, with its caliber, period and source",
      part: "Supply numerator and denominator, with caliber and source",
      caliber: "Supply a figure in the target's caliber, and say how the calibers differ",
      confirmation: "Confirm the caliber: who, when, by which document",
      evidence: "Send what was done, with evidence",
      decision: "Propose a judgement with its basis",
    },
    ...{ comma: ", ", semicolon: "; " },
  },
};

/** The words that the rows of a 督办单 need. */
export const supervisionText = (language: Language): SupervisionWords => words[language];
