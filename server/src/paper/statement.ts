import { resultPaperWords } from "../text/score-paper-result.ts";
import { arithmeticNote } from "../text/score-step.ts";
import { type PaperPart, type Picture, writePaper } from "./document.ts";
import { type RunAbout, sealPart } from "./notice.ts";
import { details, paragraphs, section } from "./section.ts";

export interface StatementInput {
  /** 完成值, 目标值. */
  readonly name: string;
  /** With its unit; 未公开 where the reader may not see it. */
  readonly value: string;
  /** Where it is from: document and clause, caliber, version; a line each. */
  readonly sources: readonly string[];
}

export interface StatementLine {
  readonly group: string;
  readonly criterion: string;
  /** As the scheme rounds them; null where nothing counts. */
  readonly points: string | null;
  readonly weight: string | null;
  readonly weighing: string;
  readonly rule: string;
  readonly inputs: readonly StatementInput[];
  readonly steps: readonly string[];
  /** How what is missing was settled, what does not apply. */
  readonly notes: readonly string[];
}

export interface StatementData extends RunAbout {
  readonly area: string;
  readonly total: string;
  readonly fullMark: string;
  readonly grade: string | null;
  /** In words: 在高新区组列第1名（共4个）. */
  readonly place: string;
  readonly change: string | null;
  /** 短板 and other sentences on the result. */
  readonly sentences: readonly string[];
  /** Waterfall of lost points. */
  readonly picture: Picture | null;
  readonly lost: readonly { readonly criterion: string; readonly points: string }[];
  readonly lines: readonly StatementLine[];
  /** From the groups to the total, a sentence each. */
  readonly totals: readonly string[];
  /** Vetoes and window rules that struck. */
  readonly bars: readonly string[];
  readonly objection: { readonly until: string; readonly office: string } | null;
}

function lineParts(line: StatementLine, language: StatementData["language"]): PaperPart[] {
  const words = resultPaperWords[language];
  const { criterion, points, weight, inputs, steps, notes } = line;
  const taken: PaperPart[] =
    inputs.length === 0
      ? details([words.noInputs])
      : [
          {
            ...{ kind: "table", head: words.inputHead, widths: [18, 22, 60], align: ["left", "right", "left"] },
            rows: inputs.map(({ name, value, sources }) => [name, value, sources.join("\n")]),
          },
        ];
  return [
    { kind: "heading", level: 3, text: words.lineHeading(criterion, points, weight) },
    ...details([words.rule(line.rule), words.weighing(line.weighing)]),
    ...taken,
    ...details(notes.map(words.note)),
    ...details(steps.map((text, at) => words.step(at + 1, text))),
  ];
}

/** Lines under their groups, in the order given. */
function groupParts({ lines, language }: StatementData): PaperPart[] {
  return lines.flatMap((line, at): PaperPart[] => [
    ...(lines[at - 1]?.group === line.group ? [] : [{ kind: "heading", level: 2, text: line.group } as const]),
    ...lineParts(line, language),
  ]);
}

function lostParts({ language, picture, lost }: StatementData): PaperPart[] {
  const words = resultPaperWords[language];
  const rows = lost.map(({ criterion, points }) => [criterion, points]);
  const drawn: PaperPart[] = picture === null ? [] : [{ kind: "picture", ...picture }];
  const told: PaperPart[] =
    rows.length === 0
      ? []
      : [{ kind: "table", head: words.lostHead, widths: [70, 30], align: ["left", "right"], rows }];
  return [...drawn, ...told];
}

/** 得分说明: a park's result with every line unfolded, as a Word file. */
export function writeStatement(data: StatementData): Promise<Uint8Array> {
  const { language, mark, area, evaluationYear, signer, date, objection } = data;
  const words = resultPaperWords[language];
  return writePaper({
    ...{ language, mark, signed: { signer, date }, addressee: null },
    title: words.statementTitle(area, evaluationYear),
    parts: [
      ...paragraphs([words.statementOpening(data)]),
      ...section(words.result, paragraphs([words.resultText(data), ...data.sentences])),
      ...section(words.lost, lostParts(data)),
      ...section(words.lines, [...details([arithmeticNote(language)]), ...groupParts(data)]),
      ...section(words.total, details(data.totals.map((text, at) => words.step(at + 1, text)))),
      ...section(words.bars, paragraphs(data.bars)),
      ...(objection === null
        ? []
        : section(words.objection, paragraphs([words.objectionText(objection.until, objection.office)]))),
      ...section(words.basis, [sealPart(data)]),
    ],
  });
}
