import type { Language } from "../language.ts";

/** The fixed words of the papers that set, follow and demand: 责任书, 调度表, 核定表, 督办单. */
export interface DutyPaperWords {
  pledgeTitle(area: string, span: string): string;
  pledgeOpening(area: string, signer: string): string;
  readonly pledgeTargets: string;
  pledgeHead(years: readonly string[]): readonly string[];
  readonly pledgeNote: string;
  readonly pledgeDuty: string;
  readonly pledgeDuties: readonly string[];
  readonly pledgeSigned: string;
  signHere(party: string): string;
  readonly dispatchTitle: string;
  dispatchOpening(on: string): string;
  readonly dispatchHead: readonly string[];
  readonly dispatchNote: string;
  verificationTitle(area: string, period: string): string;
  verificationOpening(department: string): string;
  readonly verificationHead: readonly string[];
  readonly verificationNote: string;
  readonly verificationSigners: readonly string[];
  readonly signatureRows: readonly string[];
  supervisionTitle(number: string | null): string;
  supervisionOpening(count: number, replyBy: string): string;
  readonly supervisionItems: string;
  readonly supervisionHead: readonly string[];
  readonly supervisionReply: string;
  readonly supervisionReplyHead: readonly string[];
}

const chinese: DutyPaperWords = {
  pledgeTitle: (area, span) => `${area}${span}目标责任书`,
  pledgeOpening: (area, signer) => `为落实目标任务，${signer}与${area}签订本责任书。各年度目标及其依据如下。`,
  pledgeTargets: "目标与分年度任务",
  pledgeHead: (years) => ["序号", "指标（单位）", "性质", "基期", ...years, "依据与口径"],
  pledgeNote: "注：“—”为文件和分解计划都没有写明该年度的数。",
  pledgeDuty: "责任要求",
  pledgeDuties: [
    "责任单位按上表分年度完成任务，按期填报完成值并附佐证材料。",
    "完成情况按当年考核方案评定。目标依程序调整的，以调整后的为准，原目标一并保留。",
  ],
  pledgeSigned: "签署",
  signHere: (party) => `${party}\n（签字、盖章）\n\n\n　　　　年　　月　　日`,
  dispatchTitle: "目标完成情况调度表",
  dispatchOpening: (on) => `截至${on}，各项目标的完成情况如下。`,
  dispatchHead: ["区域", "目标", "期限", "应达值", "完成值", "偏离（百分点）", "状态", "欠缺与责任单位"],
  dispatchNote: "注：应达值按文件或分解计划的路径，取完成值所属时期末的值；“—”为没有可比的数，原因见末列。",
  verificationTitle: (area, period) => `${area}${period}数据核定表`,
  verificationOpening: (department) => `由${department}对下列上报数进行核定。核定数与上报数并列，不改动上报数。`,
  verificationHead: ["序号", "指标", "单位", "上报数", "核定数", "采用数", "核定差", "核定说明"],
  verificationNote: "注：核定差为核定数减上报数。",
  verificationSigners: ["核定人", "复核人", "单位负责人（盖章）"],
  signatureRows: ["签字", "日期"],
  supervisionTitle: (number) => (number === null ? "督办单" : `督办单（${number}）`),
  supervisionOpening: (count, replyBy) =>
    `下列 ${count} 项任务或目标已经逾期或落后于进度，请贵单位抓紧办理，并于${replyBy}前书面反馈办理情况。`,
  supervisionItems: "督办事项",
  supervisionHead: ["序号", "事项", "依据", "期限", "目前情况", "办理要求"],
  supervisionReply: "办理情况反馈",
  supervisionReplyHead: ["序号", "办理情况、未完成的原因和下一步安排", "完成时间"],
};

const english: DutyPaperWords = {
  pledgeTitle: (area, span) => `${area}: Target Responsibility ${span}`,
  pledgeOpening: (area, signer) => `${signer} and ${area} agree on the targets below, each with its basis.`,
  pledgeTargets: "Targets by year",
  pledgeHead: (years) => ["No.", "Indicator (unit)", "Nature", "Baseline", ...years, "Basis and caliber"],
  pledgeNote: "A dash: neither the document nor the plan says a figure for that year.",
  pledgeDuty: "Duties",
  pledgeDuties: [
    "The figures of each year are to be reached, and reported on time with their evidence.",
    "They are judged by the assessment scheme of the year. A target that is revised in due form counts as revised; the original one is kept.",
  ],
  pledgeSigned: "Signatures",
  signHere: (party) => `${party}\n(signature and seal)\n\n\nDate:`,
  dispatchTitle: "Progress of the Targets",
  dispatchOpening: (on) => `As of ${on}, the targets stand as follows.`,
  dispatchHead: [
    "Area",
    "Target",
    "Due",
    "Expected",
    "Actual",
    "Deviation (points)",
    "Status",
    "What is owed, by whom",
  ],
  dispatchNote:
    "What is expected follows the path of the document or plan, at the end of the actual's period. A dash: nothing comparable; the last column says why.",
  verificationTitle: (area, period) => `${area}: Verification of Figures, ${period}`,
  verificationOpening: (department) =>
    `${department} verifies the figures below. A verified figure stands beside the reported one and does not change it.`,
  verificationHead: ["No.", "Indicator", "Unit", "Reported", "Verified", "Adopted", "Difference", "Reason"],
  verificationNote: "The difference is verified − reported.",
  verificationSigners: ["Verified by", "Checked by", "Head of unit (seal)"],
  signatureRows: ["Signature", "Date"],
  supervisionTitle: (number) => (number === null ? "Supervision Note" : `Supervision Note ${number}`),
  supervisionOpening: (count, replyBy) =>
    `What is listed below is overdue or behind its path (items: ${count}). Please attend to it and answer in writing by ${replyBy}.`,
  supervisionItems: "Matters",
  supervisionHead: ["No.", "Matter", "Basis", "Due", "State", "Demand"],
  supervisionReply: "Answer",
  supervisionReplyHead: ["No.", "What was done, why it is not complete, what comes next", "Done by"],
};

export const dutyPaperWords: Record<Language, DutyPaperWords> = { "zh-CN": chinese, en: english };
