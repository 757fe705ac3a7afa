import { areasOf } from "@yuanbiao/core/access";
import { reportAsSeen, withholdLine } from "@yuanbiao/core/sight";
import { listReports } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { roundSeenBy, type SeenReport, seeReports } from "../reporting.ts";
import { loadOutcomes, type Outcomes, outcomesOf } from "../reporting-outcomes.ts";
import { becameOf } from "../wire/became.ts";
import type { OfficeRow } from "../workbook/shape.ts";
import { writeOfficeWorkbook } from "../workbook/write-office.ts";
import { seesRound } from "./list.ts";
import { officeForm } from "./office-form.ts";

const now = { asOf: null };

/** The figures of a round for all areas that the asker may see, in one workbook: for a park its own, for others what was sent. */
export async function exportRound(
  context: Context,
  asker: Asker,
  { code, language }: { code: string; language: Language },
): Promise<Uint8Array> {
  // Before anything is read: what is recorded from here on may be missing in the workbook.
  const takenAt = (await context.store.readHead()).recordedAt ?? "";
  const round = await findRound(context.store, now, code);
  const own = areasOf(asker.actor, "round.read");
  const areas = round?.areas.filter((area) => own === null || own.includes(area)) ?? [];
  if (round === undefined || areas.length === 0 || !seesRound(asker.actor, round))
    throw new Refusal(404, "unknown-round");
  const registry = await context.registries.at(null);
  const { actor } = asker;
  const reports = await listReports(context.store, now, { rounds: [code], ...(own === null ? {} : { areas }) });
  const found = { reports, rounds: new Map([[code, round]]), asOf: null };
  const seen = await seeReports(context, actor, { ...found, registry });
  const outcomes = await loadOutcomes(context, found);
  const byArea = new Map(seen.map((one) => [one.report.area, one]));
  const rows = areas.flatMap((area) => {
    const indicators = roundSeenBy(actor, round, { area, registry }).lines.map(({ indicator }) => indicator);
    return rowsOf(byArea.get(area), { area, indicators, asker, outcomes, language });
  });
  const form = { ...officeForm({ registry, language }, round, { areas }), takenAt };
  const bytes = await writeOfficeWorkbook(form, rows, language);
  const entry = { area: round.city, action: "round-export", subject: code, after: { rows: rows.length } };
  await recordRead(context, asker, entry);
  return bytes;
}

interface RowsOf {
  readonly area: string;
  /** Those of the area that the asker sees. */
  readonly indicators: readonly string[];
  readonly asker: Asker;
  readonly outcomes: Outcomes;
  readonly language: Language;
}

/** An area's rows: what was reported, what has become of it, and where the report stands, as far as the asker may know. */
function rowsOf(
  seen: SeenReport | undefined,
  { area, indicators, asker: { actor }, outcomes, language }: RowsOf,
): OfficeRow[] {
  const filled = new Map(seen?.lines.map((line) => [line.indicator, withholdLine(line, actor)]));
  const report = seen === undefined ? null : reportAsSeen(seen.report, seen.sight).state;
  return indicators.map((indicator): OfficeRow => {
    const line = filled.get(indicator);
    const { value = null, state = "empty", explanation = null } = line ?? {};
    const { verified, adopted } =
      line === undefined ? { verified: null, adopted: null } : becameOf(outcomesOf(line, outcomes), language);
    return { area, indicator, value, state, explanation, became: { report, verified, adopted } };
  });
}
