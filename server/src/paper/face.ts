import { AlignmentType, convertMillimetersToTwip, type IRunOptions, LineRuleType, Paragraph, TextRun } from "docx";

/** Sizes in half points: 三号 16 pt for the body, 二号 22 pt for the title, 小四 12 pt for tables, notes and details. */
export const sizes = { body: 32, title: 44, small: 24, page: 28 } as const;
export const linePitch = Math.round(28.95 * 20);
const detailPitch = 20 * 20;

/** East Asian and Latin letters have fonts of their own in Word. */
export const face = (eastAsia: string): IRunOptions => ({
  font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia },
});
export const faces = {
  body: face("仿宋"),
  head: face("黑体"),
  second: face("楷体"),
  title: face("方正小标宋简体"),
  page: face("宋体"),
} as const;

/** Two letters of indent: 2 × 16 pt. */
export const twoLetters = 2 * 16 * 20;
export const fourLetters = 2 * twoLetters;

export interface LineOptions {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: number;
  readonly left?: number;
  readonly right?: number;
  readonly before?: number;
  readonly outlineLevel?: number;
  readonly keepNext?: boolean;
}

function paragraph(text: string, run: IRunOptions, { pitch, ...options }: LineOptions & { pitch: number }): Paragraph {
  const { alignment, indent, left, right, before = 0, outlineLevel, keepNext = false } = options;
  return new Paragraph({
    children: [new TextRun({ ...run, text })],
    spacing: { line: pitch, lineRule: LineRuleType.EXACT, before, after: 0 },
    indent: {
      ...(indent === undefined ? {} : { firstLine: indent }),
      ...(left === undefined ? {} : { left }),
      ...(right === undefined ? {} : { right }),
    },
    keepNext,
    ...(alignment === undefined ? {} : { alignment }),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
  });
}

/** A line of the body, on the fixed pitch of 28.95 pt. */
export function line(text: string, run: IRunOptions, options: LineOptions = {}): Paragraph {
  return paragraph(text, run, { ...options, pitch: linePitch });
}

/** A line in the size of tables: arithmetic, notes, captions. */
export function smallLine(text: string, options: LineOptions = {}): Paragraph {
  return paragraph(text, { ...faces.body, size: sizes.small }, { ...options, pitch: detailPitch });
}

export const twips = convertMillimetersToTwip;

export const centred = { alignment: AlignmentType.CENTER } as const;
