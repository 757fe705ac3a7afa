import { type Allowance, runApart } from "./apart.ts";
import { FileFault } from "./file-fault.ts";
import { refusedFile } from "./findings.ts";
import type { OfficeForm, Reading, ReadLine, ReadOfficeLine, ReadOptions, TemplateForm } from "./shape.ts";
import type { ReadMessage, Task } from "./task.ts";

const templateAllowance: Allowance = { seconds: 20, megabytes: 512 };
const officeAllowance: Allowance = { seconds: 120, megabytes: 1536 };

async function readApart<Line>(task: Task, allowance: Allowance, options: ReadOptions): Promise<Reading<Line>> {
  const lines: Line[] = [];
  const onMessage = (message: ReadMessage<Line>): Reading<Line> | undefined => {
    if (message.kind === "refused") return message;
    if (message.kind === "done") return { kind: "read", sheet: message.sheet, version: message.version, lines };
    if (message.kind === "lines") lines.push(...message.lines);
    else options.onProgress?.(message.progress);
    return undefined;
  };
  const outcome = await runApart(task, { allowance, signal: options.signal, onMessage });
  if (outcome.kind === "done") return outcome.result;
  return refusedFile(new FileFault(outcome.kind === "too-long" ? "reading-took-too-long" : "inflates-too-much"));
}

/** Reads an area's uploaded form: every line, or all findings at once, each at its cell; never throws at a bad file. */
export function readTemplate(
  bytes: Uint8Array,
  expected: TemplateForm,
  options: ReadOptions = {},
): Promise<Reading<ReadLine>> {
  return readApart<ReadLine>({ kind: "read-template", bytes, expected }, templateAllowance, options);
}

/** Reads an uploaded workbook for many areas: every figure in it, or all findings at once, each at its cell. */
export function readOfficeWorkbook(
  bytes: Uint8Array,
  expected: OfficeForm,
  options: ReadOptions = {},
): Promise<Reading<ReadOfficeLine>> {
  return readApart<ReadOfficeLine>({ kind: "read-office", bytes, expected }, officeAllowance, options);
}
