import { exact, isSameQuantity } from "./quantity.ts";
import type { Report, ReportLine, Verification } from "./report.ts";

interface Recorded {
  readonly recordedAt: string;
}
type Content = Pick<ReportLine, "state" | "value">;
type Found = Pick<Verification, "state" | "value"> & Recorded;

/**
 * Whether what a department found or the office adopted is an answer to a line as it now stands: it came after the line
 * was last changed, or says the same. What was found before a correction answers the corrected figure no more.
 */
export function answersLine(
  line: (Pick<ReportLine, "value"> & { readonly recordedAt: string | null }) | undefined,
  outcome: ({ readonly value: string | null } & Recorded) | undefined,
): boolean {
  if (line === undefined || outcome === undefined) return false;
  return outcome.recordedAt >= (line.recordedAt ?? "") || isSameQuantity(outcome.value, line.value);
}

/**
 * The same for what the office adopted: it counts too while it is what the department says of the line as it stands, and
 * no more once the department has found another value since.
 */
export function adoptionAnswers(
  line: Parameters<typeof answersLine>[0],
  adopted: Parameters<typeof answersLine>[1],
  found: Parameters<typeof answersLine>[1],
): boolean {
  if (adopted === undefined) return false;
  const standing = answersLine(line, found) ? found : undefined;
  if (standing !== undefined && isSameQuantity(adopted.value, standing.value)) return true;
  if (standing !== undefined && standing.recordedAt > adopted.recordedAt) return false;
  return answersLine(line, adopted);
}

export const verificationRefusals = [
  "value-missing",
  "value-with-state",
  "not-whole",
  "negative-count",
  "reason-needed",
] as const;
export type VerificationRefusal = (typeof verificationRefusals)[number];

/** Why a department's figure cannot stand: it obeys what a reported one obeys, and another value needs a reason. */
export function verificationRefusal(
  line: Content,
  found: Pick<Verification, "state" | "value" | "reason">,
  { whole, isCount }: { readonly whole: boolean; readonly isCount: boolean },
): { readonly field: "value" | "reason"; readonly code: VerificationRefusal } | null {
  if (found.state === "value" && found.value === null) return { field: "value", code: "value-missing" };
  if (found.state !== "value" && found.value !== null) return { field: "value", code: "value-with-state" };
  if (whole && !isWhole(found.value)) return { field: "value", code: "not-whole" };
  if (isCount && isNegative(found.value)) return { field: "value", code: "negative-count" };
  const differs = found.state !== line.state || !isSameQuantity(found.value, line.value);
  return differs && (found.reason ?? "").trim() === "" ? { field: "reason", code: "reason-needed" } : null;
}

/** Whether a quantity is below zero; nothing is not. */
export function isNegative(value: string | null): boolean {
  return value !== null && exact(value).lt(0);
}

/** Whether a quantity has no fraction; nothing has none. */
export function isWhole(value: string | null): boolean {
  return value === null || !/\.\d*[1-9]/.test(value);
}

export type Basis = "reported" | "verified";
export const adoptionRefusals = ["nothing-filled", "not-verified", "reason-needed"] as const;

/**
 * Why a line's figure cannot be adopted: there is none, the department's is of before a correction, or it is passed over
 * without a reason.
 */
export function adoptionRefusal(
  line: Content & { readonly recordedAt: string | null },
  found: Found | undefined,
  { basis, reason }: { readonly basis: Basis; readonly reason: string },
): (typeof adoptionRefusals)[number] | null {
  if (line.state === "empty") return "nothing-filled";
  const standing = answersLine(line, found) ? found : undefined;
  if (basis === "verified") return standing === undefined ? "not-verified" : null;
  const isOverruled = standing !== undefined && !isSameQuantity(standing.value, line.value);
  return isOverruled && reason.trim() === "" ? "reason-needed" : null;
}

/** Whose turn it is: the clerk fills, the approver approves, the office reviews, departments verify, the office adopts. */
export const turns = ["clerk", "approver", "office", "verifier", "adoption", "nobody"] as const;
export type Turn = (typeof turns)[number];

/** What has become of the lines of a report, by indicator. */
export interface Standing {
  readonly verified: ReadonlySet<string>;
  readonly adopted: ReadonlySet<string>;
}

/** Whose turn it is with a report and its lines. */
export function turnOf(
  report: Pick<Report, "state" | "approvedBy">,
  lines: readonly Pick<ReportLine, "indicator" | "state">[],
  { verified, adopted }: Standing,
): Turn {
  if (report.state === "draft" || report.state === "returned") return "clerk";
  if (report.state === "submitted") return report.approvedBy === null ? "approver" : "office";
  const filled = lines.filter(({ state }) => state !== "empty");
  if (filled.every(({ indicator }) => adopted.has(indicator))) return "nobody";
  return filled.every(({ indicator }) => verified.has(indicator) || adopted.has(indicator)) ? "adoption" : "verifier";
}
