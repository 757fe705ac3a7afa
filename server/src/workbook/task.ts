import type { Language } from "../language.ts";
import type { OfficeForm, OfficeRow, ReadLine, ReadOfficeLine, ReadProgress, Refused, TemplateForm } from "./shape.ts";

interface WriteTask {
  readonly kind: "write-office";
  readonly form: OfficeForm;
  readonly rows: readonly OfficeRow[];
  readonly language: Language;
}

/** What a thread is asked to do. */
export type Task =
  | { readonly kind: "read-template"; readonly bytes: Uint8Array; readonly expected: TemplateForm }
  | { readonly kind: "read-office"; readonly bytes: Uint8Array; readonly expected: OfficeForm }
  | WriteTask;

/** What a thread says while it reads: progress, then lines in batches and an end, or a refusal. */
export type ReadMessage<Line> =
  | { readonly kind: "progress"; readonly progress: ReadProgress }
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | { readonly kind: "done"; readonly sheet: string; readonly version: string }
  | Refused;

export type TaskMessage =
  | ReadMessage<ReadLine | ReadOfficeLine>
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };
