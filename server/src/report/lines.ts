import { isNegative, isWhole } from "@yuanbiao/core/adoption";
import { editRefusal } from "@yuanbiao/core/filing";
import { isCount } from "@yuanbiao/core/indicator";
import { canonicalQuantity } from "@yuanbiao/core/quantity";
import { isLineOpen, isOnlyExplained, isSameContent, type ReportLine } from "@yuanbiao/core/report";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { indicatorOf, lineOf, type OpenedReport, openReport } from "../reporting.ts";
import type { LineContent } from "./shape.ts";

/** New content of one line, and the version that its writer saw. */
export interface LineEdit {
  readonly indicator: string;
  readonly content: LineContent;
  readonly version: number;
}

/** Why a line's content cannot be stored, by field. */
export function contentFaults(
  { report, round, lines, registry }: Pick<OpenedReport, "report" | "round" | "lines" | "registry">,
  { indicator, content }: Pick<LineEdit, "indicator" | "content">,
): FieldFault[] {
  const line = lineOf({ report, round, lines }, indicator);
  const at = (field: string, code: string): FieldFault => ({ field: `lines.${indicator}${field}`, code });
  if (line === undefined) return [at("", "no-such-line")];
  if (!isLineOpen(line) && !isOnlyExplained(line, content)) return [at("", "line-accepted")];
  const asked = indicatorOf(registry, indicator);
  const { state, value } = content;
  if (state === "value" && value === null) return [at(".value", "value-missing")];
  if (state !== "value" && value !== null) return [at(".value", "value-with-state")];
  if (asked.whole && !isWhole(value)) return [at(".value", "not-whole")];
  return isCount(asked) && isNegative(value) ? [at(".value", "negative-count")] : [];
}

/**
 * Stores the content of some lines, all or none: refused with every fault at its field; where somebody else wrote one of
 * them in between nothing is stored, and the answer names the lines. Gives the report as it was opened.
 */
export async function saveLines(
  context: Context,
  asker: Asker,
  { id, edits }: { id: string; edits: readonly LineEdit[] },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, id, "report.edit");
  const refusal = editRefusal(opened.report, opened.round);
  if (refusal !== null) throw new Refusal(409, refusal.code);
  const faults = edits.flatMap((edit) => contentFaults(opened, edit));
  const twice = edits.filter(({ indicator }, at) => edits.findIndex((other) => other.indicator === indicator) !== at);
  faults.push(...twice.map(({ indicator }) => ({ field: `lines.${indicator}`, code: "line-twice" })));
  if (faults.length > 0) throw new Refusal(422, "lines-not-acceptable", faults);
  const stale = edits.filter(({ indicator, version }) => lineOf(opened, indicator)?.version !== version);
  if (stale.length > 0) {
    const named = stale.map(({ indicator }) => ({ field: `lines.${indicator}`, code: "stale-version" }));
    throw new Refusal(412, "stale-version", named);
  }
  await storeLines(context, asker, { opened, edits });
  return opened;
}

/** One spelling of a content: 7.50 is 7.5, and an explanation of blanks is none. */
function plainContent(content: LineContent): LineContent {
  const value = content.value === null ? null : canonicalQuantity(content.value);
  const explanation = (content.explanation ?? "").trim() === "" ? null : content.explanation;
  return { ...content, value, explanation };
}

/** Writes the lines that differ from what stands; nothing at all where none does. */
async function storeLines(
  context: Context,
  asker: Asker,
  { opened, edits }: { opened: OpenedReport; edits: readonly LineEdit[] },
): Promise<void> {
  const { report, round, lines } = opened;
  const changed = edits.flatMap((edit): ReportLine[] => {
    const { indicator } = edit;
    const content = plainContent(edit.content);
    const standing = lineOf(opened, indicator);
    if (standing === undefined || isSameContent(standing, content)) return [];
    const { version: _version, recordedAt: _recordedAt, ...line } = standing;
    return [{ ...line, ...content }];
  });
  if (changed.length === 0) return;
  const named = new Set(changed.map(({ indicator }) => indicator));
  const current = lines.filter(({ indicator }) => named.has(indicator));
  const { statements } = planVersions(
    "reportLine",
    { current, incoming: changed },
    { reason: "other", note: "line-edit" },
  );
  const contentOf = (line: ReportLine) => ({ indicator: line.indicator, state: line.state, value: line.value });
  await change(context, asker, {
    // A report that was handed in meanwhile, or a round that was closed, takes no more figures.
    statements: [{ hold: "report", record: report }, { hold: "round", record: round }, ...statements],
    entries: [
      {
        area: report.area,
        action: "line-edit",
        subject: report.id,
        before: current.map(contentOf),
        after: changed.map(contentOf),
      },
    ],
  });
}
