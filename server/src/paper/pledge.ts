import { dutyPaperWords } from "../text/score-paper-duty.ts";
import { type PaperPart, writePaper } from "./document.ts";
import type { PaperHead } from "./head.ts";
import { paragraphs, section } from "./section.ts";

export interface PledgeTarget {
  /** With its unit: 高新技术企业数（家）. */
  readonly indicator: string;
  readonly nature: string;
  readonly baseline: string | null;
  /** With their comparators, in the order of the years; null where nothing is set. */
  readonly values: readonly (string | null)[];
  /** Document, clause and caliber, a line each. */
  readonly basis: readonly string[];
}

/** Signed by the parties in a table of their own. */
export interface PledgeData extends Omit<PaperHead, "date"> {
  readonly area: string;
  /** 2018—2020年. */
  readonly span: string;
  readonly years: readonly string[];
  readonly targets: readonly PledgeTarget[];
  /** Who signs, the office first. */
  readonly parties: readonly string[];
}

/** Percent: number, indicator, nature and baseline have theirs, years share, the basis takes the rest. */
function widthsFor(years: number): number[] {
  const year = years < 3 ? 12 : Math.min(9, Math.floor(42 / years));
  const fixed = [6, years > 3 ? 18 : 25, 9, 9];
  const rest = 100 - fixed.reduce((sum, width) => sum + width, 0) - year * years;
  return [...fixed, ...Array.from({ length: years }, () => year), rest];
}

/** 目标责任书 with the targets decomposed by year, as a Word file. */
export function writePledge(data: PledgeData): Promise<Uint8Array> {
  const { language, mark, signer, area, span, years, targets, parties } = data;
  const words = dutyPaperWords[language];
  const table: PaperPart = {
    kind: "table",
    head: words.pledgeHead(years),
    widths: widthsFor(years.length),
    align: ["center", "left", "center", "right", ...years.map(() => "right" as const), "left"],
    rows: targets.map(({ indicator, nature, baseline, values, basis }, at) => [
      ...[String(at + 1), indicator, nature, baseline ?? "—"],
      ...years.map((_, year) => values[year] ?? "—"),
      basis.join("\n"),
    ]),
    note: words.pledgeNote,
  };
  const signed: PaperPart = {
    ...{ kind: "table", head: [], rows: [parties.map(words.signHere)], rowHeightMm: 40 },
    widths: parties.map(() => 100 / parties.length),
  };
  return writePaper({
    ...{ language, mark, signed: null, addressee: null, landscape: true },
    title: words.pledgeTitle(area, span),
    parts: [
      ...paragraphs([words.pledgeOpening(area, signer)]),
      ...section(words.pledgeTargets, [table]),
      ...section(words.pledgeDuty, paragraphs(words.pledgeDuties)),
      ...section(words.pledgeSigned, [signed]),
    ],
  });
}
