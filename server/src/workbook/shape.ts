import type { CellFaultCode } from "@yuanbiao/core/cell";
import type { LineState, ReportState } from "@yuanbiao/core/report";
import type { FileFaultCode } from "./file-fault.ts";

export interface TemplateRound {
  readonly code: string;
  readonly name: string;
  readonly period: string;
  /** As people read it: 2026年一季度. */
  readonly periodName: string;
  readonly dueOn: string;
  readonly instructions: string | null;
}

/** What stands in the upper right corner of a statistical form; null is not printed. */
export interface FormNotice {
  readonly number: string | null;
  readonly issuer: string | null;
  readonly approval: string | null;
  readonly validUntil: string | null;
}

export interface TemplateIndicator {
  readonly code: string;
  readonly name: string;
  /** As figures are stored, 亿元; the sheet shows this spelling in every language. */
  readonly unit: string;
  readonly decimals: number;
  readonly whole: boolean;
  readonly isCount?: boolean;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A line of an area's form; quantities are decimal strings in the indicator's unit. */
export interface TemplateLine {
  readonly indicator: TemplateIndicator;
  /** As the sheet names it. */
  readonly caliber: string;
  /** By which the form is recognised, whatever language names the caliber; without it, the name must stay the same. */
  readonly caliberCode?: string;
  readonly previous: string | null;
  readonly samePeriod: string | null;
  readonly yearToDate: string | null;
  readonly value: string | null;
  readonly state: LineState;
  readonly explanation: string | null;
}

/** All that an area's template shows; `version` is the report's, which the upload must still be about. */
export interface TemplateForm {
  readonly round: TemplateRound;
  readonly form: FormNotice;
  readonly area: Named;
  readonly version: number;
  readonly lines: readonly TemplateLine[];
}

/** What a cell tells of a figure: its value in the indicator's unit, or in words why it is none or stands no more. */
export type Told = { readonly value: string } | { readonly words: string };

/** What has become of a reported figure; null where nothing has. */
export interface Became {
  readonly verified: Told | null;
  readonly adopted: Told | null;
}

/** What has become of a report and, by indicator, of its figures. It is told beside a form, and no upload brings it back. */
export interface FormOutcome {
  /** Null where it need not be told: the form is given to be filled. */
  readonly report: ReportState | null;
  readonly lines: ReadonlyMap<string, Became>;
}

/** A figure of the workbook for many areas. */
export interface OfficeRow {
  readonly area: string;
  readonly indicator: string;
  readonly value: string | null;
  readonly state: LineState;
  readonly explanation: string | null;
  /** Told beside it; what is uploaded has none. */
  readonly became?: Became & { readonly report: ReportState | null };
}

/** What a workbook for many areas is about: its rows may be any of these areas and indicators, each pair once. */
export interface OfficeForm {
  readonly round: TemplateRound;
  readonly areas: readonly Named[];
  readonly indicators: readonly TemplateIndicator[];
  /** The instant that the figures of a workbook that is given out are of; what comes back says its own. */
  readonly takenAt?: string;
}

/** The same as it is given out: without its instant nobody could say which rows have changed since. */
export type GivenOfficeForm = OfficeForm & { readonly takenAt: string };

/** Why a filled workbook is refused; each is a sentence in `text/finding.ts`. */
export const formFaultCodes = [
  "not-a-template",
  "other-template",
  "foreign-area",
  "foreign-round",
  "stale-template",
  "wrong-sheet",
  "head-missing",
  "duplicate-row",
  "unknown-row",
  "unknown-area",
  "row-without-code",
  "missing-row",
  "merged-input",
  "unknown-state",
  "value-missing",
  "state-contradicts-value",
  "explanation-too-long",
  "unreadable-explanation",
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];

export type FindingCode = FileFaultCode | FormFaultCode | CellFaultCode;

/** One thing that is wrong, and where: `cell` is its address (H12), `found` what stands there, `expected` what should. */
export interface Finding {
  readonly code: FindingCode;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly found: string | null;
  readonly expected: string | null;
}

/** What was read at a line: state empty is a line left blank; a value is exact, in the indicator's unit. */
export interface ReadLine {
  readonly indicator: string;
  readonly state: LineState;
  readonly value: string | null;
  readonly explanation: string | null;
  /** Address of the cell where the value stands or would stand. */
  readonly cell: string;
}

export interface ReadOfficeLine extends ReadLine {
  readonly area: string;
}

/** All findings at once; `more` of them were not listed. */
export interface Refused {
  readonly kind: "refused";
  readonly findings: readonly Finding[];
  readonly more: number;
}

/** All lines, or all findings: a workbook with one finding gives no line. */
export type Reading<Line> = ReadSheet<Line> | Refused;
export interface ReadSheet<Line> {
  readonly kind: "read";
  /** The name of the sheet that was read, in the language in which it was given out. */
  readonly sheet: string;
  /** What the workbook says of itself: a report's version, or the instant that the figures of many areas are of. */
  readonly version: string;
  readonly lines: readonly Line[];
}

/** How far a reading is: rows seen, and the share (0 to 1) of the work that is done. */
export interface ReadProgress {
  readonly rows: number;
  readonly share: number;
}

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}
