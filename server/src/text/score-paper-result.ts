import type { Language } from "../language.ts";

interface Years {
  readonly city: string;
  readonly evaluationYear: number;
  readonly dataYear: number;
  readonly scheme: string;
  readonly schemeVersion: number;
}

/** The fixed words of the papers that give a result: 考核结果通报 (公示) and 得分说明. */
export interface ResultPaperWords {
  noticeTitle(city: string, year: number, isFinal: boolean): string;
  noticeOpening(about: Years, isFinal: boolean, minutes: string | null): string;
  readonly overview: string;
  readonly results: string;
  readonly noticeHead: readonly string[];
  readonly noticeNote: string;
  readonly unranked: string;
  readonly unrankedHead: readonly string[];
  readonly corrections: string;
  readonly correctionsOpening: string;
  readonly objection: string;
  objectionText(until: string, office: string): string;
  readonly basis: string;
  sealText(instant: string, hash: string): string;
  readonly trialText: string;
  statementTitle(area: string, year: number): string;
  statementOpening(about: Years): string;
  readonly result: string;
  resultText(result: {
    total: string;
    fullMark: string;
    grade: string | null;
    place: string;
    change: string | null;
  }): string;
  readonly lost: string;
  readonly lostHead: readonly string[];
  readonly lines: string;
  lineHeading(criterion: string, points: string | null, weight: string | null): string;
  readonly inputHead: readonly string[];
  readonly noInputs: string;
  rule(text: string): string;
  weighing(text: string): string;
  note(text: string): string;
  step(place: number, text: string): string;
  readonly total: string;
  readonly bars: string;
}

const chinese: ResultPaperWords = {
  noticeTitle: (city, year, isFinal) => `关于${city}${year}年度园区考核结果的${isFinal ? "通报" : "公示"}`,
  noticeOpening: ({ evaluationYear, dataYear, scheme, schemeVersion }, isFinal, minutes) =>
    `按照《${scheme}》（第${schemeVersion}版），对各园区${evaluationYear}年度工作进行了考核，采用${dataYear}年度数据。` +
    (isFinal ? `考核结果${minutes === null ? "" : `已经审定（${minutes}），`}现予通报。` : "现将考核结果予以公示。"),
  overview: "总体情况",
  results: "考核结果",
  noticeHead: ["名次", "园区", "得分", "等次", "名次变化"],
  noticeNote: "注：名次变化与上年度同一比较组的名次相比；“—”为上年度没有名次。",
  unranked: "不列名次的园区",
  unrankedHead: ["园区", "原因"],
  corrections: "与前次公示的差异",
  correctionsOpening: "前次公示以后有数据更正，已重新计算，差异如下：",
  objection: "异议的提出",
  objectionText: (until, office) =>
    `对得分有异议的，请于${until}前（含当日）逐项向${office}提出，写明事实和依据并附材料。逾期不予受理。`,
  basis: "计算依据",
  sealText: (instant, hash) =>
    `本结果于${instant}封存，所用方案、数据及其版本一并保存，可以重新计算核对。封存校验码（SHA-256）：${hash}。`,
  trialText: "本结果尚未封存，为试算结果，仅供内部核对，不作为结果运用的依据。",
  statementTitle: (area, year) => `${area}${year}年度考核得分说明`,
  statementOpening: ({ dataYear, scheme, schemeVersion }) =>
    `本说明按照《${scheme}》（第${schemeVersion}版）和${dataYear}年度数据，逐项写明得分的取数、出处、规则和算式，可作为核对和提出异议的依据。`,
  result: "考核结果",
  resultText: ({ total, fullMark, grade, place, change }) =>
    `总分 ${total} 分（满分 ${fullMark} 分），${place}${grade === null ? "" : `，等次为${grade}`}${change === null ? "" : `，${change}`}。`,
  lost: "失分情况",
  lostHead: ["指标", "失分"],
  lines: "逐项说明",
  lineHeading: (criterion, points, weight) =>
    weight === null ? `${criterion}：不计分` : `${criterion}：${points ?? "—"} 分（权重 ${weight}）`,
  inputHead: ["取数", "数值", "出处与口径"],
  noInputs: "本项没有取数。",
  rule: (text) => `计分规则：${text}。`,
  weighing: (text) => text,
  note: (text) => `说明：${text}。`,
  step: (place, text) => `（${place}）${text}`,
  total: "总分的计算",
  bars: "否决与多年规则",
};

const english: ResultPaperWords = {
  noticeTitle: (city, year, isFinal) =>
    `${city}: Assessment of Parks ${year}, ${isFinal ? "Result" : "Notice of the Result"}`,
  noticeOpening: ({ evaluationYear, dataYear, scheme, schemeVersion }, isFinal, minutes) =>
    `The parks were assessed for ${evaluationYear} by the scheme "${scheme}" (version ${schemeVersion}) on the data of ${dataYear}. ` +
    (isFinal
      ? `The result${minutes === null ? "" : `, approved by ${minutes},`} is hereby published.`
      : "The result is hereby put up for objection."),
  overview: "Overview",
  results: "Results",
  noticeHead: ["Rank", "Park", "Points", "Grade", "Change of rank"],
  noticeNote: "The change is against the rank in the same pool the year before; a dash: no rank then.",
  unranked: "Parks without a rank",
  unrankedHead: ["Park", "Reason"],
  corrections: "Differences from the notice before",
  correctionsOpening:
    "Figures were corrected after the notice before and the result was computed anew; it differs as follows:",
  objection: "Objections",
  objectionText: (until, office) =>
    `Objections are taken until ${until} (inclusive), by score line, to ${office}, with facts, basis and evidence.`,
  basis: "Basis",
  sealText: (instant, hash) =>
    `This result was sealed at ${instant} with the scheme, the data and their versions, and can be recomputed. Seal (SHA-256): ${hash}.`,
  trialText: "This result is not sealed: it is a trial for internal checking and nothing may be based on it.",
  statementTitle: (area, year) => `${area}: Statement of the Score ${year}`,
  statementOpening: ({ dataYear, scheme, schemeVersion }) =>
    `By the scheme "${scheme}" (version ${schemeVersion}) and the data of ${dataYear}: each score with its inputs, their sources, the rule and the arithmetic, to be checked and objected to.`,
  result: "Result",
  resultText: ({ total, fullMark, grade, place, change }) =>
    `Total ${total} of ${fullMark}, ${place}${grade === null ? "" : `, grade ${grade}`}${change === null ? "" : `, ${change}`}.`,
  lost: "Points lost",
  lostHead: ["Criterion", "Points lost"],
  lines: "Line by line",
  lineHeading: (criterion, points, weight) =>
    weight === null ? `${criterion}: not counted` : `${criterion}: ${points ?? "—"} of ${weight}`,
  inputHead: ["Input", "Value", "Source and caliber"],
  noInputs: "Nothing was taken for this line.",
  rule: (text) => `Rule: ${text}.`,
  weighing: (text) => text,
  note: (text) => `Note: ${text}.`,
  step: (place, text) => `(${place}) ${text}`,
  total: "The total",
  bars: "Vetoes and rules over years",
};

export const resultPaperWords: Record<Language, ResultPaperWords> = { "zh-CN": chinese, en: english };
