import type { CellStyle, ColumnDef, DataValidation, MergeRange, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import type { Language } from "../language.ts";
import { formColumns, headText, helpText, reportStateText, stateText, workbookText } from "../text/workbook.ts";
import { addressOf } from "./address.ts";
import { templateIdentity } from "./identity.ts";
import { outcomeTexts, outcomeWidths, paintOutcome } from "./outcome-columns.ts";
import { createCanvas, identityPage, looks, numberRule, quantityCell, stateRule, textCell } from "./paint.ts";
import type { FormOutcome, TemplateForm, TemplateLine } from "./shape.ts";

const widths = [16, 34, 24, 10, 13, 13, 15, 18, 12, 32];
/** In English a state is named in both languages. */
const englishStateWidth = 24;
const [headRow, placeRow, firstLine] = [5, 6, 7];
const last = widths.length - 1;
/** 甲乙丙丁 for what describes a row and numbers for its figures, as statistical forms have them. */
const places = ["甲", "乙", "丙", "丁", "1", "2", "3", "4", "5", "6"];

/** Of a form that is given out to be filled nothing has become yet. */
const nothingYet: FormOutcome = { report: null, lines: new Map() };

interface Page {
  readonly form: TemplateForm;
  readonly outcome: FormOutcome;
  readonly language: Language;
}

type Canvas = ReturnType<typeof createCanvas>;

const across = (row: number, startCol: number, endCol: number): MergeRange => ({
  startRow: row,
  startCol,
  endRow: row,
  endCol,
});

function paintNotice(canvas: Canvas, { form, outcome: { report }, language }: Page): MergeRange[] {
  const word = (name: Parameters<typeof workbookText>[1]): string => workbookText(language, name);
  const { number, issuer, approval, validUntil } = form.form;
  const notice = [
    [1, "number", number],
    [2, "issuer", issuer],
    [3, "approval", approval],
    [4, "validUntil", validUntil],
  ] as const;
  canvas.set(0, 0, textCell(form.round.name, looks.title));
  for (const [row, name, text] of notice)
    canvas.set(row, 7, textCell(text === null ? "" : word(name) + text, looks.plain));
  canvas.set(3, 0, textCell(word("dueOn") + form.round.dueOn, looks.plain));
  canvas.set(3, 3, textCell(report === null ? "" : word("report") + reportStateText(language, report), looks.middle));
  canvas.set(4, 0, textCell(`${word("area")}${form.area.name}（${form.area.code}）`, looks.plain));
  canvas.set(4, 3, textCell(word("period") + form.round.periodName, looks.middle));
  const right = notice.map(([row]) => across(row, 7, last));
  return [across(0, 0, last), ...right, across(3, 0, 2), across(3, 3, 6), across(4, 0, 2), across(4, 3, 6)];
}

function paintLine(canvas: Canvas, row: number, { line, language }: { line: TemplateLine; language: Language }): void {
  const { indicator } = line;
  const told = [indicator.code, indicator.name, line.caliber];
  told.forEach((text, column) => void canvas.set(row, column, textCell(text, looks.locked)));
  canvas.set(row, 3, textCell(indicator.unit, looks.lockedMiddle));
  const known = [line.previous, line.samePeriod, line.yearToDate];
  known.forEach((value, at) => void canvas.set(row, 4 + at, quantityCell(value, indicator, looks.locked)));
  canvas.set(row, 7, quantityCell(line.value, indicator, looks.input));
  canvas.set(row, 8, textCell(stateText(language, line.state), looks.inputMiddle));
  canvas.set(row, 9, textCell(line.explanation ?? "", looks.input));
}

/** A blank row, then the signatures, then the round's notes over the whole width. */
function paintFoot(
  canvas: Canvas,
  row: number,
  { form, language }: { form: TemplateForm; language: Language },
): MergeRange[] {
  const signatures = [
    [0, "head", 1],
    [2, "filler", 3],
    [5, "phone", 6],
    [8, "filledOn", 9],
  ] as const;
  for (const [column, name, input] of signatures) {
    canvas.set(row, column, textCell(workbookText(language, name), looks.right));
    canvas.set(row, input, textCell("", looks.signature));
  }
  canvas.set(row, 4, textCell("", looks.signature));
  canvas.set(row, 7, textCell("", looks.signature));
  const notes = form.round.instructions ?? "";
  canvas.set(row + 2, 0, textCell(notes === "" ? "" : workbookText(language, "instructions") + notes, looks.note));
  return [across(row, 3, 4), across(row, 6, 7), across(row + 2, 0, last)];
}

function validations(form: TemplateForm, language: Language): DataValidation[] {
  const inputs = form.lines.map(({ indicator }, at) =>
    numberRule(language, indicator, addressOf(firstLine + at + 1, 7)),
  );
  const [from, to] = [firstLine + 1, firstLine + form.lines.length];
  return [...inputs, stateRule(language, `${addressOf(from, 8)}:${addressOf(to, 8)}`)];
}

/** A Chinese character is as wide as two digits. */
const widthOf = (text: string): number => [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0);

/** The height of a row in points for texts that wrap in columns of these widths; merged cells never grow by themselves. */
function heightFor(texts: readonly (readonly [text: string, width: number])[]): number {
  const rows = texts.map(([text, width]) =>
    text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil((widthOf(part) + 1) / width)), 0),
  );
  return Math.min(400, 13.5 * Math.max(1, ...rows) + 8);
}

function lineHeight(line: TemplateLine, outcome: FormOutcome): number {
  return heightFor([
    [line.indicator.name, 32],
    [line.caliber, 22],
    [line.explanation ?? "", 30],
    ...outcomeTexts(line, outcome),
  ]);
}

/** A4 on its side, as wide as the form, the heading on every page. */
const paper: NonNullable<WriteSheet["pageSetup"]> = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: `$${headRow + 1}:$${placeRow + 1}`,
  horizontalCentered: true,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
};

const columnsOf = (language: Language): ColumnDef[] =>
  widths.map((width, at) => ({ width: at === 8 && language === "en" ? englishStateWidth : width }));

function formPage(page: Page): WriteSheet {
  const { form, outcome, language } = page;
  const canvas = createCanvas();
  const foot = firstLine + form.lines.length + 1;
  const merges = [...paintNotice(canvas, page), ...paintFoot(canvas, foot, { form, language })];
  formColumns.forEach((column, at) => {
    canvas.set(headRow, at, textCell(headText(language, column), looks.head));
    canvas.set(placeRow, at, textCell(places[at] ?? "", looks.place));
  });
  form.lines.forEach((line, at) => void paintLine(canvas, firstLine + at, { line, language }));
  paintOutcome(canvas, page, { column: last + 1, headRow, firstLine });
  return {
    name: workbookText(language, "formSheet"),
    columns: [...columnsOf(language), ...outcomeWidths(outcome)],
    cells: canvas.cells,
    merges,
    dataValidations: validations(form, language),
    freezePane: { rows: firstLine, columns: 2 },
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    },
    rowDefs: new Map([
      [0, { height: 36 }],
      [headRow, { height: language === "en" ? 44 : 32 }],
      ...form.lines.map((line, at) => [firstLine + at, { height: lineHeight(line, outcome) }] as const),
      [foot, { height: 26 }],
      [foot + 2, { height: heightFor([[form.round.instructions ?? "", 170]]) }],
    ]),
    pageSetup: paper,
    headerFooter: { oddFooter: `&L${headerText(form)}&R${workbookText(language, "page")}` },
    view: { showGridLines: false },
  };
}

/** In headers and footers an ampersand begins a command. */
const headerText = ({ round, area }: TemplateForm): string => `${round.code} ${area.code}`.replaceAll("&", "&&");

function helpPage(language: Language): WriteSheet {
  const style: CellStyle = { ...looks.note, alignment: { vertical: "top", wrapText: true } };
  const canvas = createCanvas();
  canvas.set(
    0,
    1,
    textCell(workbookText(language, "helpSheet"), { ...looks.title, alignment: { horizontal: "left" } }),
  );
  helpText(language).forEach((text, at) => {
    canvas.set(at + 1, 0, { value: at + 1, type: "number", style: looks.middle });
    canvas.set(at + 1, 1, textCell(text, style));
  });
  return {
    name: workbookText(language, "helpSheet"),
    columns: [{ width: 5 }, { width: 110 }],
    cells: canvas.cells,
    rowDefs: new Map(helpText(language).map((text, at) => [at + 1, { height: text.length > 100 ? 32 : 18 }])),
    protection: { sheet: true },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
  };
}

/**
 * Writes an area's form as an Excel workbook: the form with its known figures, help, and the hidden sheet by which the
 * upload is recognised. Inputs alone are unlocked; the protection has no password, it keeps hands off, not attackers.
 */
export function writeTemplate(
  form: TemplateForm,
  language: Language,
  outcome: FormOutcome = nothingYet,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [formPage({ form, outcome, language }), helpPage(language), identityPage(templateIdentity(form))],
    properties: { title: form.round.name, creator: "园标" },
    defaultFont: { name: "宋体", size: 10 },
    workbookProtection: { lockStructure: true },
  });
}
