import { z } from "zod";
import { Code, named } from "./code.ts";
import { Day, PartialDay } from "./day.ts";

const part = z.string().min(1).nullable();

/** How a figure was counted, each part in Chinese and in English. A part is null where the source does not say. */
export const Caliber = z.object({
  code: Code,
  ...named,
  /** 统计范围: 全市, 一区多园, 园区, 企业 */
  scope: part,
  scopeEn: part,
  /** 统计对象: 规上, 入统, 全口径 */
  population: part,
  populationEn: part,
  /** 分母: 常住人口, 从业人员, 规上工业总产值 */
  denominator: part,
  denominatorEn: part,
  /** 认定级别: 市级, 自治区级以上, 国家级 */
  level: part,
  levelEn: part,
  /** 价格: 现价, 不变价 */
  price: part,
  priceEn: part,
  /** 分类标准及版本 */
  classification: part,
  classificationEn: part,
});
export type Caliber = z.infer<typeof Caliber>;

/**
 * Whether a figure may be compared with a target (design section 5). exact: the same indicator, area and caliber;
 * confirmed 口径已确认; assumed 口径待确认; mismatch 口径不一致; part: a numerator or denominator alone;
 * reference: shown beside, never counted; evidence: for milestones and judgements.
 */
export const verdicts = ["exact", "confirmed", "assumed", "mismatch", "part", "reference", "evidence"] as const;
export type Verdict = (typeof verdicts)[number];

const comparable: Record<Verdict, boolean> = {
  exact: true,
  confirmed: true,
  assumed: true,
  mismatch: false,
  part: false,
  reference: false,
  evidence: false,
};

/** Whether a verdict lets a figure be compared with the target: exact, confirmed or assumed. */
export function isComparable(verdict: Verdict): boolean {
  return comparable[verdict];
}

/** 口径衔接: which figures bear on a target, with what verdict and why. */
export const Bridge = z.object({
  target: Code,
  indicator: Code,
  area: Code,
  caliber: Code,
  verdict: z.enum(verdicts),
  reason: z.string().min(1),
  reasonEn: z.string().min(1).nullable(),
  /** Only for confirmed: a named person of the owning department, the day and the document. */
  confirmedBy: z.string().min(1).nullable(),
  confirmedOn: Day.nullable(),
  document: Code.nullable(),
  publishedOn: PartialDay.nullable(),
});
export type Bridge = z.infer<typeof Bridge>;

/** Whether a caliber says anything: two figures of unstated caliber are not known to be counted alike. */
export function isStated(caliber: Caliber): boolean {
  const { scope, population, denominator, level, price, classification } = caliber;
  return [scope, population, denominator, level, price, classification].some((said) => said !== null);
}

/**
 * What stands against a bridge as it is written: a confirmation names a person, a day and a document; no other verdict
 * does (a rejected one is a mismatch with its reason).
 */
export function bridgeFaults({
  verdict,
  confirmedBy,
  confirmedOn,
  document,
}: Bridge): { field: string; code: string }[] {
  const parts = Object.entries({ confirmedBy, confirmedOn, document });
  if (verdict === "confirmed") {
    return parts.flatMap(([field, value]) => (value === null ? [{ field, code: "confirmation-needed" }] : []));
  }
  const named = parts.filter(([field, value]) => field !== "document" && value !== null);
  return named.map(([field]) => ({ field, code: "not-confirmed" }));
}
