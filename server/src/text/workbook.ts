import type { LineState, ReportState } from "@yuanbiao/core/report";
import type { Language } from "../language.ts";

/** Columns of an area's form, in their order. */
export const formColumns = [
  "code",
  "name",
  "caliber",
  "unit",
  "previous",
  "samePeriod",
  "yearToDate",
  "value",
  "state",
  "explanation",
] as const;
export type FormColumn = (typeof formColumns)[number];

/** Columns beside an area's form where something has become of its figures; nobody fills them and none is read back. */
export const outcomeColumns = ["verified", "adopted"] as const;
export type OutcomeColumn = (typeof outcomeColumns)[number];

/** Columns of the workbook for many areas, in their order: the three to be filled stay beside each other. */
export const officeColumns = [
  "area",
  "areaName",
  "code",
  "name",
  "unit",
  "value",
  "state",
  "explanation",
  ...outcomeColumns,
  "report",
] as const;
export type OfficeColumn = (typeof officeColumns)[number];

const chinese = {
  formSheet: "填报表",
  officeSheet: "汇总填报",
  helpSheet: "填表说明",
  number: "表　　号：",
  issuer: "制定机关：",
  approval: "批准文号：",
  validUntil: "有效期至：",
  area: "填报单位：",
  period: "报告期：",
  dueOn: "截止日期：",
  report: "报表状态：",
  instructions: "说明：",
  head: "单位负责人：",
  filler: "填表人：",
  phone: "联系电话：",
  filledOn: "填报日期：",
  page: "第 &P 页，共 &N 页",
} as const;
export type WorkbookWord = keyof typeof chinese;

const english: Record<WorkbookWord, string> = {
  formSheet: "Report form",
  officeSheet: "Many areas",
  helpSheet: "How to fill",
  number: "表号 Form number: ",
  issuer: "制定机关 Issued by: ",
  approval: "批准文号 Approval: ",
  validUntil: "有效期至 Valid until: ",
  area: "填报单位 Reported by: ",
  period: "报告期 Period: ",
  dueOn: "截止日期 Due on: ",
  report: "报表状态 State of the report: ",
  instructions: "说明 Notes: ",
  head: "Head of unit:",
  filler: "Filled by:",
  phone: "Telephone:",
  filledOn: "Date:",
  page: "&P / &N",
};

const chineseHeads: Record<FormColumn | OfficeColumn, string> = {
  area: "区域代码",
  areaName: "区域",
  code: "指标代码",
  name: "指标",
  caliber: "口径",
  unit: "计量单位",
  previous: "上期",
  samePeriod: "上年同期",
  yearToDate: "本年累计（已报）",
  value: "本期值",
  state: "状态",
  explanation: "情况说明",
  verified: "核定数",
  adopted: "采用数",
  report: "报表状态",
};

const englishHeads: Record<FormColumn | OfficeColumn, string> = {
  area: "Area code",
  areaName: "Area",
  code: "Code",
  name: "Indicator",
  caliber: "Caliber",
  unit: "Unit",
  previous: "Last period",
  samePeriod: "Same period last year",
  yearToDate: "This year so far",
  value: "This period",
  state: "State",
  explanation: "Explanation",
  verified: "Verified",
  adopted: "Adopted",
  report: "State of the report",
};
/** Of many areas a figure is told as whose it is: what counts may be another one, in a column of its own. */
const reported = { chinese: "上报数", english: "Reported" };

const inBoth = (language: Language, chinese: string, words: string): string =>
  language === "en" ? `${chinese}\n${words}` : chinese;

/** Chinese heads stand in every language, so that a workbook is read back whatever the reader's language is. */
export function headText(language: Language, column: FormColumn | OfficeColumn): string {
  return inBoth(language, chineseHeads[column], englishHeads[column]);
}

/** The same in the workbook for many areas. */
export function officeHeadText(language: Language, column: FormColumn | OfficeColumn): string {
  return column === "value" ? inBoth(language, reported.chinese, reported.english) : headText(language, column);
}

/** The column that a heading names, by its Chinese words; undefined for any other text. A value has either of its names. */
export function columnNamed(text: string): FormColumn | OfficeColumn | undefined {
  const name = text.split("\n")[0]?.replace(/\s/g, "") ?? "";
  if (name === reported.chinese) return "value";
  return [...formColumns, ...officeColumns].find((column) => chineseHeads[column] === name);
}

export function workbookText(language: Language, word: WorkbookWord): string {
  return language === "en" ? english[word] : chinese[word];
}

/** Every spelling of a word, for reading back. */
export function spellings(word: WorkbookWord): readonly string[] {
  return [chinese[word], english[word]];
}

const stateNames: Record<LineState, readonly [chinese: string, english: string]> = {
  empty: ["", ""],
  value: ["有数", "有数 value"],
  "not-reported": ["未报", "未报 not reported"],
  "not-applicable": ["不适用", "不适用 not applicable"],
};

export function stateText(language: Language, state: LineState): string {
  return stateNames[state][language === "en" ? 1 : 0];
}

const reportStates: Record<ReportState, readonly [chinese: string, english: string]> = {
  draft: ["填报中", "being filled"],
  submitted: ["已提交", "submitted"],
  returned: ["已退回", "returned"],
  accepted: ["已接收", "accepted"],
  locked: ["已锁定", "locked"],
};

export function reportStateText(language: Language, state: ReportState): string {
  return reportStates[state][language === "en" ? 1 : 0];
}

const stateOf: ReadonlyMap<string, LineState> = new Map([
  ["", "empty"],
  ["有数", "value"],
  ["value", "value"],
  ["未报", "not-reported"],
  ["notreported", "not-reported"],
  ["不适用", "not-applicable"],
  ["notapplicable", "not-applicable"],
  ["有数value", "value"],
  ["未报notreported", "not-reported"],
  ["不适用notapplicable", "not-applicable"],
]);

/** The state that a text names in either language; undefined for any other text. */
export function stateNamed(text: string): LineState | undefined {
  return stateOf.get(text.replace(/\s/g, "").toLowerCase());
}

const chineseHelp = [
  "只填白底的单元格：本期值、状态、情况说明和表尾签署栏；灰底单元格已锁定，请不要改动。",
  "本期值只填一个数，单位以“计量单位”列为准；写成“1829.84亿元”“18298400万元”也能识别，其他单位（如美元）不换算。",
  "比重、增速等以 % 计的指标只填数字，例如百分之二十九填 29。",
  "“状态”可以不填：填了数即为“有数”；本期没有数的填“未报”，本单位没有该项业务的填“不适用”（也可在本期值填“—”）。",
  "零是数，请填 0；空格表示尚未填写；“…”表示不足最小单位，请改填实际数。",
  "小数最多六位；以家、件、个计的指标填整数。",
  "与上期或上年同期相差较大的，请在“情况说明”写明原因。",
  "各行以“指标代码”识别，不要删除行，也不要改代码。",
  "本表只对应本单位、本报告期；网页上保存过新的内容后，请重新下载。",
] as const;

const englishHelp: readonly string[] = [
  "Fill the white cells alone: this period, state, explanation and the signatures at the foot. Grey cells are locked.",
  "This period takes one number in the unit of its row. 1829.84亿元 and 18298400万元 are understood; other units (US dollars, say) are never converted.",
  "Where the unit is %, write the number alone: 29 for twenty-nine percent.",
  "The state may stay blank: a number means there is a value. Choose 未报 where there is no figure this period, 不适用 where it does not apply (or write — as the value).",
  "Zero is a figure: write 0. A blank has not been filled. … means below the smallest unit: write the figure itself.",
  "At most six decimals; whole numbers for what is counted.",
  "Explain what differs much from the last period or from the same period last year.",
  "Rows are known by their code: delete no row and change no code.",
  "The form is for this unit and period alone. Download it again once something new was saved on the page.",
];

export function helpText(language: Language): readonly string[] {
  return language === "en" ? englishHelp : chineseHelp;
}

const chinesePrompt = { number: "只填一个数，单位：", whole: "只填一个整数，单位：", list: "从列表中选择。" };
const englishPrompt = { number: "One number, in ", whole: "One whole number, in ", list: "Choose from the list." };

export function promptText(language: Language, prompt: keyof typeof chinesePrompt): string {
  return (language === "en" ? englishPrompt : chinesePrompt)[prompt];
}
