import { verificationRefusal } from "@yuanbiao/core/adoption";
import { readCell } from "@yuanbiao/core/cell";
import { isSameQuantity } from "@yuanbiao/core/quantity";
import type { LineItem, Report } from "../../api.ts";
import type { Verified } from "./request.ts";

/** Whether the office has taken a report over: then its figures are verified. */
export const isTaken = ({ state }: Pick<Report, "state">): boolean => state === "accepted" || state === "locked";

/** One figure that a department verifies. */
export interface VerifyLine {
  readonly report: Report;
  readonly line: LineItem;
}

/** The figures of one indicator over all areas. */
export interface VerifyGroup {
  readonly indicator: LineItem["indicator"];
  readonly caliber: LineItem["caliber"];
  readonly lines: readonly VerifyLine[];
}

/** What a department has to verify of some reports: its own indicators, filled lines alone, by indicator. */
export function verifyGroups(reports: readonly Report[], departments: readonly string[] | null): VerifyGroup[] {
  const groups = new Map<string, VerifyGroup>();
  for (const report of reports) {
    if (!report.may.verify) continue;
    for (const line of report.lineItems) {
      const isOwn = departments === null || (line.department !== null && departments.includes(line.department.code));
      if (!isOwn || line.state === "empty") continue;
      const { indicator, caliber } = line;
      const lines = [...(groups.get(indicator.code)?.lines ?? []), { report, line }];
      groups.set(indicator.code, { indicator, caliber, lines });
    }
  }
  return [...groups.values()];
}

/** What is typed as a verified figure, or why it cannot be stored. */
export type VerifyReading =
  | { readonly kind: "verified"; readonly verified: Verified; readonly isSame: boolean }
  | { readonly kind: "missing" | "reason-needed" | "unreadable" };

/** Reads a verified figure; another than the reported one needs a reason. */
export function readVerified({ indicator, state, value }: LineItem, text: string, reason: string): VerifyReading {
  const reading = readCell({ kind: "text", text }, indicator);
  if (reading.kind === "empty") return { kind: "missing" };
  if (reading.kind === "fault" || (reading.kind === "state" && reading.state !== "not-applicable")) {
    return { kind: "unreadable" };
  }
  const found = reading.kind === "value" ? reading.value : null;
  const own = found === null ? "not-applicable" : "value";
  const why = reason.trim() === "" ? null : reason.trim();
  const verified = { state: own, value: found, reason: why } as const;
  const refusal = verificationRefusal({ state, value }, verified, indicator);
  if (refusal?.code === "reason-needed") return { kind: "reason-needed" };
  if (refusal !== null) return { kind: "unreadable" };
  return { kind: "verified", verified, isSame: own === state && isSameQuantity(found, value) };
}

/** Whether what is typed is stored already and still answers the figure: then there is nothing to send. */
export function isStored({ verification }: Pick<LineItem, "verification">, verified: Verified): boolean {
  return (
    verification?.stands === true &&
    verification.state === verified.state &&
    verification.reason === verified.reason &&
    isSameQuantity(verification.value, verified.value)
  );
}

/** Whether a department has something to say of a line: nothing yet, or what it said was of an earlier figure. */
export function isToVerify({ verification }: Pick<LineItem, "verification">): boolean {
  return verification?.stands !== true;
}

/** What one types to say the same as was reported. */
export function sameText(
  { state, value }: Pick<LineItem, "state" | "value">,
  say: (state: "not-applicable") => string,
): string {
  return state === "value" ? (value ?? "") : say("not-applicable");
}
