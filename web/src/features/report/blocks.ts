import type { Finding, Report } from "../../api.ts";
import { type Drafts, isUnsaved, readDraft } from "./draft.ts";
import { isBlank } from "./finding-text.ts";

/** What stands in the way of handing a report in: the lines, by what is to be done there. */
export interface Blocks {
  readonly unreadable: readonly string[];
  readonly conflict: readonly string[];
  readonly refused: readonly string[];
  /** Found by a hard check. */
  readonly hard: readonly string[];
  /** Asked for an explanation by a soft check, and there is none. */
  readonly explain: readonly string[];
  /** Blank, and a hard check wants an answer. */
  readonly required: readonly string[];
  /** Blank, whether or not that may be. */
  readonly empty: readonly string[];
}

export function blocksOf(drafts: Drafts, { findings, lineItems }: Pick<Report, "findings" | "lineItems">): Blocks {
  const all = [...drafts.values()];
  const pick = (fits: (indicator: string) => boolean): string[] =>
    lineItems.map(({ indicator }) => indicator.code).filter(fits);
  const unreadable = new Set(
    all.filter((draft) => readDraft(draft).kind === "fault").map(({ indicator }) => indicator),
  );
  const conflict = new Set(all.filter(({ theirs }) => theirs !== null).map(({ indicator }) => indicator));
  const refused = new Set(
    all.filter((draft) => draft.refused !== null && isUnsaved(draft)).map(({ indicator }) => indicator),
  );
  const blank = new Set(all.filter((draft) => isEmpty(draft)).map(({ indicator }) => indicator));
  const found = (fits: (finding: Finding) => boolean): Set<string> =>
    new Set(findings.filter(fits).flatMap(({ indicators }) => indicators));
  const hard = found((finding) => finding.severity === "hard" && !isBlank(finding));
  const required = found((finding) => finding.severity === "hard" && isBlank(finding));
  const soft = found((finding) => finding.severity === "soft" && !finding.explained);
  const explained = new Set(
    all.filter(({ explanation }) => explanation.trim() !== "").map(({ indicator }) => indicator),
  );
  return {
    unreadable: pick((code) => unreadable.has(code)),
    conflict: pick((code) => conflict.has(code)),
    refused: pick((code) => refused.has(code)),
    hard: pick((code) => hard.has(code)),
    explain: pick((code) => soft.has(code) && !hard.has(code) && !explained.has(code)),
    required: pick((code) => blank.has(code) && required.has(code)),
    empty: pick((code) => blank.has(code)),
  };
}

function isEmpty(draft: Parameters<typeof readDraft>[0]): boolean {
  const reading = readDraft(draft);
  return reading.kind === "content" && reading.content.state === "empty";
}

/** The lines without which a report cannot be handed in, what cannot even be saved first. */
export function blockingLines({ unreadable, conflict, refused, hard, explain, required }: Blocks): readonly string[] {
  return [...unreadable, ...conflict, ...refused, ...hard, ...explain, ...required];
}
