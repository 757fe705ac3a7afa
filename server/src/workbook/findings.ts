import type { RawCell } from "@yuanbiao/core/cell";
import type { FileFault } from "./file-fault.ts";
import type { Finding, FindingCode, Refused } from "./shape.ts";

/** How many findings are listed: a person mends the first ones and uploads again. */
export const mostFindings = 1000;
const longestFound = 200;

export interface Place {
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface Findings {
  readonly add: (code: FindingCode, place: Place, said?: { found?: string; expected?: string | null }) => void;
  readonly listed: readonly Finding[];
  readonly count: () => number;
}

export const nowhere: Place = { sheet: null, cell: null };

export function createFindings(): Findings {
  const listed: Finding[] = [];
  let count = 0;
  return {
    listed,
    count: () => count,
    add(code, { sheet, cell }, { found, expected } = {}) {
      count += 1;
      if (listed.length < mostFindings)
        listed.push({ code, sheet, cell, found: found?.slice(0, longestFound) ?? null, expected: expected ?? null });
    },
  };
}

export function refused(findings: Findings): Refused {
  return { kind: "refused", findings: findings.listed, more: findings.count() - findings.listed.length };
}

export function refusedFile({ code, found }: FileFault): {
  kind: "refused";
  findings: readonly Finding[];
  more: number;
} {
  return { kind: "refused", findings: [{ code, sheet: null, cell: null, found, expected: null }], more: 0 };
}

/** The words of a cell that should hold a code or a name; undefined where it holds neither text nor number. */
export function cellText(cell: RawCell | undefined): string | undefined {
  if (cell === undefined || cell.kind === "empty") return "";
  if (cell.kind === "text") return cell.text;
  return cell.kind === "number" && cell.format !== "date" ? cell.text : undefined;
}
