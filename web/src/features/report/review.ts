import type { LineItem, Report } from "../../api.ts";
import { findingsAt } from "./finding-text.ts";

type Indicators = readonly string[];

/** The lines that nothing was found on and that still wait: they can be accepted in one go. */
export function cleanLines({ lineItems, findings }: Pick<Report, "lineItems" | "findings">): Indicators {
  return lineItems
    .filter(({ review, state }) => review === "open" && state !== "empty")
    .map(({ indicator }) => indicator.code)
    .filter((code) => findingsAt(findings, code).length === 0);
}

export type Basis = "reported" | "verified";

type Outcome = Pick<LineItem, "verification" | "adopted" | "value">;

/** What the department says of the figure as it now stands; what it found before a correction is history. */
export function standingVerification({ verification }: Pick<Outcome, "verification">): LineItem["verification"] {
  return verification?.stands === true ? verification : null;
}

/** Which figure counts unless the office says otherwise: the adopted one, else the verified one where there is one. */
export function usualBasis(line: Outcome): Basis {
  if (standingVerification(line) === null) return "reported";
  return line.adopted?.stands === true ? line.adopted.basis : "verified";
}

/** The lines that may be adopted: filled, and not adopted as they now stand or as the office now chooses. */
export function adoptable(lines: readonly LineItem[], bases: ReadonlyMap<string, Basis> = new Map()): LineItem[] {
  return lines.filter((line) => {
    if (line.state === "empty") return false;
    if (line.adopted === null || !line.adopted.stands) return true;
    const verification = standingVerification(line);
    const chosen = bases.get(line.indicator.code);
    if (chosen !== undefined && verification !== null) {
      return line.adopted.value !== (chosen === "verified" ? verification.value : line.value);
    }
    const value = verification === null ? line.value : verification.value;
    return line.adopted.value !== value && line.adopted.value !== line.value;
  });
}

/** Whether the reported figure would count though a department found another: that needs a reason. */
export function isOverruled(line: Outcome, basis: Basis): boolean {
  const verification = standingVerification(line);
  return basis === "reported" && verification !== null && verification.value !== line.value;
}

/** The lines whose explanation the reviewer should read. */
export function explainedLines({ lineItems }: Pick<Report, "lineItems">): LineItem[] {
  return lineItems.filter(({ explanation }) => explanation !== null && explanation.trim() !== "");
}
