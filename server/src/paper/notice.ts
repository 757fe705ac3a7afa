import { resultPaperWords } from "../text/score-paper-result.ts";
import { type PaperPart, type Picture, writePaper } from "./document.ts";
import type { PaperHead } from "./head.ts";
import { paragraphs, section } from "./section.ts";

/** What papers on a run say of it; the instant as it is to be read. */
export interface RunAbout extends PaperHead {
  readonly city: string;
  readonly evaluationYear: number;
  readonly dataYear: number;
  readonly scheme: string;
  readonly schemeVersion: number;
  /** null: a trial. */
  readonly seal: { readonly instant: string; readonly hash: string } | null;
}

export interface NoticeRow {
  /** 第1, 并列第2. */
  readonly rank: string;
  readonly area: string;
  readonly total: string;
  readonly grade: string | null;
  /** Against the year before: 上升 1 位, —. */
  readonly change: string;
}

export interface NoticeData extends RunAbout {
  /** 通报 after 审定; before it 公示. */
  readonly isFinal: boolean;
  readonly addressee: string;
  /** Number of the minutes by which it was approved. */
  readonly minutes: string | null;
  /** The sentences that matter, each with its full stop. */
  readonly sentences: readonly string[];
  readonly pictures: readonly Picture[];
  readonly pools: readonly { readonly name: string; readonly rows: readonly NoticeRow[] }[];
  readonly unranked: readonly { readonly area: string; readonly reason: string }[];
  /** Differences from the run that this one replaces. */
  readonly corrections: readonly string[];
  readonly objection: { readonly until: string; readonly office: string } | null;
}

/** How the run can be checked: its seal, or that it has none. */
export function sealPart({ language, seal }: Pick<RunAbout, "language" | "seal">): PaperPart {
  const words = resultPaperWords[language];
  return { kind: "detail", text: seal === null ? words.trialText : words.sealText(seal.instant, seal.hash) };
}

function poolParts({ language, pools }: NoticeData): PaperPart[] {
  const words = resultPaperWords[language];
  return pools.flatMap(({ name, rows }): PaperPart[] => [
    { kind: "heading", level: 2, text: name },
    {
      kind: "table",
      head: words.noticeHead,
      widths: [14, 36, 16, 14, 20],
      align: ["center", "left", "right", "center", "center"],
      rows: rows.map(({ rank, area, total, grade, change }) => [rank, area, total, grade ?? "—", change]),
      note: words.noticeNote,
    },
  ]);
}

/** 考核结果通报, or before 审定 the 公示 of it, as a Word file. */
export function writeNotice(data: NoticeData): Promise<Uint8Array> {
  const { language, mark, city, evaluationYear, isFinal, minutes, unranked, corrections, objection } = data;
  const words = resultPaperWords[language];
  const { addressee, signer, date } = data;
  return writePaper({
    ...{ language, mark, addressee, signed: { signer, date } },
    title: words.noticeTitle(city, evaluationYear, isFinal),
    parts: [
      ...paragraphs([words.noticeOpening(data, isFinal, minutes)]),
      ...section(words.overview, [
        ...paragraphs(data.sentences),
        ...data.pictures.map((picture) => ({ kind: "picture", ...picture }) as const),
      ]),
      ...section(words.results, poolParts(data)),
      ...(unranked.length === 0
        ? []
        : section(words.unranked, [
            {
              ...{ kind: "table", head: words.unrankedHead, widths: [36, 64] },
              rows: unranked.map(({ area, reason }) => [area, reason]),
            },
          ])),
      ...(corrections.length === 0
        ? []
        : section(words.corrections, paragraphs([words.correctionsOpening, ...corrections]))),
      ...(objection === null
        ? []
        : section(words.objection, paragraphs([words.objectionText(objection.until, objection.office)]))),
      ...section(words.basis, [sealPart(data)]),
    ],
  });
}
