import type { LineItem, Report } from "../../api.ts";

type Thread = readonly Pick<Report["thread"][number], "action" | "indicators" | "recordedAt">[];
type Line = Pick<LineItem, "recordedAt" | "review"> & { readonly indicator: Pick<LineItem["indicator"], "code"> };
interface Returned<Item extends Line> {
  readonly state: Report["state"];
  readonly thread: Thread;
  readonly lineItems: readonly Item[];
}

/** When a line was given back last: by name, with all of the report, or by a correction that was asked for and granted. */
function returnedAt(thread: Thread, code: string): string | null {
  let asked: readonly string[] = [];
  let at: string | null = null;
  for (const { action, indicators, recordedAt } of thread) {
    if (action === "request") asked = indicators;
    const isNamed = indicators.length === 0 || indicators.includes(code);
    if ((action === "return" && isNamed) || (action === "grant" && asked.includes(code))) at = recordedAt;
  }
  return at;
}

/** Whether a line was written since it was given back. */
export function isChangedSince({ indicator, recordedAt }: Line, thread: Thread): boolean {
  const at = returnedAt(thread, indicator.code);
  return at !== null && recordedAt !== null && recordedAt > at;
}

/** The lines that were given back and are as they were. */
export function unchangedLines<Item extends Line>({ thread, lineItems }: Returned<Item>): Item[] {
  return lineItems.filter((line) => line.review === "returned" && !isChangedSince(line, thread));
}

/** Whether all of a report was given back, and nothing of it was changed. */
export function isUntouched({ state, thread, lineItems }: Returned<Line>): boolean {
  if (state !== "returned" || lineItems.some(({ review }) => review === "returned")) return false;
  return lineItems.every((line) => !isChangedSince(line, thread));
}

/** Whether a line that was named when the report was given back last came again as it was. */
export function cameUnchanged(
  { indicator, before }: Pick<LineItem, "before"> & Line,
  { state, thread }: Pick<Returned<Line>, "state" | "thread">,
): boolean {
  if (state !== "submitted" || before !== null) return false;
  const back = thread.findLast(({ action }) => action === "return");
  return back?.indicators.includes(indicator.code) === true;
}
