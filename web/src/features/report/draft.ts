import { type CellReading, readCell } from "@yuanbiao/core/cell";
import { canonicalQuantity, isQuantity } from "@yuanbiao/core/quantity";
import { isSameContent, type LineState } from "@yuanbiao/core/report";
import type { LineItem } from "../../api.ts";
import type { Content, Edit } from "./request.ts";

/** A state that a clerk chooses; a blank line is one of figures without a figure. */
export type ChosenState = Exclude<LineState, "empty">;

/** One line as it is being filled in: what stands in its fields, and what the server holds of it. */
export interface LineDraft {
  readonly indicator: string;
  readonly unit: string;
  readonly whole: boolean;
  readonly isCount: boolean;
  readonly state: ChosenState;
  readonly text: string;
  readonly explanation: string;
  readonly enterprises: string;
  readonly base: Content & { readonly version: number };
  /** What somebody else wrote in between: until it is decided which stays, this line is not sent. */
  readonly theirs: LineItem | null;
  /** Why the server did not take what was sent, and what that was. */
  readonly refused: { readonly content: Content; readonly detail: string } | null;
}

export type Drafts = ReadonlyMap<string, LineDraft>;
export type Part = "state" | "text" | "explanation" | "enterprises";
export type CellFault = Extract<CellReading, { kind: "fault" }>;

/** What the fields of a line say: its content, or which field says nothing that can be stored. */
export type DraftReading =
  | { readonly kind: "content"; readonly content: Content }
  | { readonly kind: "fault"; readonly part: "text"; readonly fault: CellFault }
  | { readonly kind: "fault"; readonly part: "enterprises" };

const longestCount = 8;

function readCount(text: string): number | null | undefined {
  const reading = readCell({ kind: "text", text }, { unit: "家", whole: true, isCount: true });
  if (reading.kind === "empty") return null;
  if (reading.kind !== "value" || reading.value.length > longestCount) return undefined;
  return Number(reading.value);
}

export function readDraft(
  draft: Pick<LineDraft, "state" | "text" | "explanation" | "enterprises" | "unit" | "whole" | "isCount">,
): DraftReading {
  const enterprises = readCount(draft.enterprises);
  if (enterprises === undefined) return { kind: "fault", part: "enterprises" };
  const own = { explanation: draft.explanation.trim() === "" ? null : draft.explanation.trim(), enterprises };
  if (draft.state !== "value") return { kind: "content", content: { ...own, state: draft.state, value: null } };
  const reading = readCell({ kind: "text", text: draft.text }, draft);
  switch (reading.kind) {
    case "fault":
      return { kind: "fault", part: "text", fault: reading };
    case "empty":
      return { kind: "content", content: { ...own, state: "empty", value: null } };
    case "state":
      return { kind: "content", content: { ...own, state: reading.state, value: null } };
    case "value":
      return { kind: "content", content: { ...own, state: "value", value: reading.value } };
  }
}

/** The fields of a line as the server holds it. */
export function draftOf(line: LineItem): LineDraft {
  const { state, value, explanation, enterprises, version } = line;
  return {
    indicator: line.indicator.code,
    unit: line.indicator.unit,
    whole: line.indicator.whole,
    isCount: line.indicator.isCount,
    state: state === "empty" ? "value" : state,
    text: state === "value" ? (value ?? "") : "",
    explanation: explanation ?? "",
    enterprises: enterprises === null ? "" : String(enterprises),
    base: { state, value: canonical(value), explanation, enterprises, version },
    theirs: null,
    refused: null,
  };
}

const canonical = (value: string | null): string | null =>
  value !== null && isQuantity(value) ? canonicalQuantity(value) : value;

export function draftsOf(lines: readonly LineItem[]): Drafts {
  return new Map(lines.map((line) => [line.indicator.code, draftOf(line)]));
}

/** Whether something stands in the fields that the server does not hold. */
export function isUnsaved(draft: LineDraft): boolean {
  const reading = readDraft(draft);
  return reading.kind === "fault" || !isSameContent(reading.content, draft.base);
}

/** The lines that are to be sent now: changed, readable, without an open question of whose content stays. */
export function editsOf(drafts: Drafts): Edit[] {
  return [...drafts.values()].flatMap((draft) => {
    const reading = readDraft(draft);
    if (draft.theirs !== null || reading.kind === "fault" || isSameContent(reading.content, draft.base)) return [];
    if (draft.refused !== null && isSameContent(draft.refused.content, reading.content)) return [];
    return [{ indicator: draft.indicator, content: reading.content, version: draft.base.version }];
  });
}

/** A line with one field changed: whoever types a figure means 有数, whoever chooses another state means no figure. */
export function changeDraft(draft: LineDraft, part: Part, text: string): LineDraft {
  switch (part) {
    case "text":
      return { ...draft, text, state: "value" };
    case "explanation":
      return { ...draft, explanation: text };
    case "enterprises":
      return { ...draft, enterprises: text };
    case "state":
      return withState(draft, text === "not-reported" || text === "not-applicable" ? text : "value");
  }
}

function withState(draft: LineDraft, state: ChosenState): LineDraft {
  return { ...draft, state, text: state === "value" ? draft.text : "" };
}

/** Puts the fields of lines back to what stood in them, whatever the server has been told since. */
export function restoreFields(drafts: Drafts, before: Drafts): Drafts {
  return new Map(
    [...drafts].map(([code, draft]) => {
      const { state, text, explanation, enterprises } = before.get(code) ?? draft;
      return [code, { ...draft, state, text, explanation, enterprises }];
    }),
  );
}

/** Tidies a line when its field is left: "１，８２９．８４亿元" becomes 1829.84, "—" becomes 不适用. */
export function settleDraft(draft: LineDraft): LineDraft {
  const reading = readDraft(draft);
  if (reading.kind === "fault" || draft.state !== "value") return draft;
  const { state, value } = reading.content;
  const settled = state === "empty" ? withState(draft, "value") : { ...draft, state, text: value ?? "" };
  return state === "empty" ? { ...settled, text: "" } : settled;
}

/** Takes what the server says: of lines that were sent or not touched; where both changed, theirs waits beside mine. */
export function mergeLines(drafts: Drafts, lines: readonly LineItem[], sent: ReadonlySet<string> = new Set()): Drafts {
  return new Map(
    lines.map((line) => {
      const code = line.indicator.code;
      const draft = drafts.get(code);
      return [code, draft === undefined ? draftOf(line) : mergeLine(draft, line, sent.has(code))];
    }),
  );
}

function mergeLine(draft: LineDraft, line: LineItem, wasSent: boolean): LineDraft {
  const fresh = draftOf(line);
  if (line.version === draft.base.version) return wasSent ? { ...draft, refused: null } : draft;
  if (wasSent) return { ...draft, base: fresh.base, theirs: null, refused: null };
  const reading = readDraft(draft);
  if (!isUnsaved(draft)) return fresh;
  if (reading.kind === "content" && isSameContent(reading.content, fresh.base)) return { ...draft, base: fresh.base };
  return { ...draft, theirs: line };
}

/** Decides between mine and theirs: mine is sent as the next version, or theirs takes its place. */
export function decideConflict(draft: LineDraft, keep: "mine" | "theirs"): LineDraft {
  if (draft.theirs === null) return draft;
  const fresh = draftOf(draft.theirs);
  return keep === "theirs" ? fresh : { ...draft, base: fresh.base, theirs: null };
}
