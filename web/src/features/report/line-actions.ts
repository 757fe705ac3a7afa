import type { ClipboardEvent } from "react";
import type { LineDraft } from "./draft.ts";

/** What the fields of a line do. */
export interface LineActions {
  focus(indicator: string): void;
  change(indicator: string, make: (draft: LineDraft) => LineDraft): void;
  /** Goes to the line so many after it. */
  step(indicator: string, by: number): void;
  /** Shows the files of a line; a file that was dropped on it is put there. */
  attach(indicator: string, file: File | null): void;
  paste(indicator: string, event: ClipboardEvent): void;
}
