import { z } from "zod";
import { Code } from "./code.ts";
import { Day } from "./day.ts";
import { ReportId } from "./report.ts";

/** 统计报表, 财务报表, 证书/批文, 会议纪要, 照片, 签字盖章件, 其他. */
export const evidenceKinds = [
  "statistics",
  "accounts",
  "certificate",
  "minutes",
  "photograph",
  "seal",
  "other",
] as const;

/** What may be uploaded, by what the bytes say and not by the name. */
export const evidenceTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/tiff",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const mostEvidenceBytes = 20 * 1024 * 1024;
/** Withdrawn files count too: they stay stored. */
export const mostEvidencePerReport = 200;
export const mostEvidencePerTarget = 200;
export const mostEvidencePerObjection = 50;

/** 佐证材料: a file beside a figure of a report, a target's judgement or an objection; the bytes are kept by their hash. */
export const Evidence = z.object({
  id: Code,
  area: Code,
  /** The report it belongs to; null for evidence of a target or an objection. */
  report: ReportId.nullable(),
  indicator: Code.nullable(),
  target: Code.nullable(),
  objection: Code.nullable(),
  kind: z.enum(evidenceKinds),
  issuer: z.string().max(200).nullable(),
  issuedOn: Day.nullable(),
  fileName: z.string().min(1).max(200),
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(1),
  type: z.enum(evidenceTypes),
  /** For 签字盖章: the code on the paper, which leads to the version that was printed. */
  printCode: Code.nullable(),
  /** Withdrawn files stay stored; they are no longer listed with the report. */
  withdrawn: z.boolean(),
  note: z.string().max(500).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** 打印件: which content of a report a sheet of paper shows. */
export interface ReportPrint {
  readonly code: string;
  readonly area: string;
  readonly report: string;
  /** SHA-256 over the lines as printed. */
  readonly digest: string;
  readonly reportVersion: number;
  readonly cycle: number;
}

const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code for paper from random bytes: ten letters and digits that cannot be mistaken for each other, in two groups. */
export function printCodeOf(random: Uint8Array): string {
  const letters = [...random.slice(0, 10)].map((byte) => codeAlphabet[byte % codeAlphabet.length] ?? "2");
  return `${letters.slice(0, 5).join("")}-${letters.slice(5, 10).join("")}`;
}

/** Reads a code as people type it: case, blanks and the hyphen do not matter. */
export function readPrintCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, "");
  if (letters.length !== 10 || [...letters].some((letter) => !codeAlphabet.includes(letter))) return undefined;
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
