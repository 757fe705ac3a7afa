import type { ColumnDef } from "hucre/xlsx";
import type { Language } from "../language.ts";
import { headText, outcomeColumns } from "../text/workbook.ts";
import { type createCanvas, heldAsTold, looks, quantityCell, textCell } from "./paint.ts";
import type { FormOutcome, TemplateForm, TemplateLine, Told } from "./shape.ts";

const width = 18;

/** Where the columns begin and which rows they belong to. */
interface Place {
  readonly column: number;
  readonly headRow: number;
  readonly firstLine: number;
}

/** Whether anything has become of a figure: else a form is as it always was. */
const hasOutcome = ({ lines }: FormOutcome): boolean =>
  [...lines.values()].some(({ verified, adopted }) => verified !== null || adopted !== null);

export const outcomeWidths = (outcome: FormOutcome): ColumnDef[] =>
  hasOutcome(outcome) ? outcomeColumns.map(() => ({ width })) : [];

function toldCell(told: Told | null, { indicator }: TemplateLine) {
  if (told === null || "value" in told) return quantityCell(told?.value ?? null, indicator, looks.locked);
  return textCell(told.words, looks.locked);
}

/** Paints what was verified and adopted to the right of the form, locked: an upload is read without it. */
export function paintOutcome(
  canvas: ReturnType<typeof createCanvas>,
  { form, outcome, language }: { form: TemplateForm; outcome: FormOutcome; language: Language },
  { column, headRow, firstLine }: Place,
): void {
  if (!hasOutcome(outcome)) return;
  outcomeColumns.forEach((name, at) => {
    canvas.set(headRow, column + at, textCell(headText(language, name), looks.head));
    form.lines.forEach((line, row) => {
      const told = outcome.lines.get(line.indicator.code)?.[name] ?? null;
      canvas.set(firstLine + row, column + at, toldCell(told, line));
    });
  });
}

/** The texts that wrap in these columns on a line, with the width that they have. */
export function outcomeTexts(line: TemplateLine, { lines }: FormOutcome): (readonly [text: string, width: number])[] {
  const became = lines.get(line.indicator.code);
  if (became === undefined) return [];
  return outcomeColumns.map((name) => [String(heldAsTold(became[name]) ?? ""), width - 2] as const);
}
