import { areasOf } from "@yuanbiao/core/access";
import type { ReportLine } from "@yuanbiao/core/report";
import { withholdLine } from "@yuanbiao/core/sight";
import { listReports } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { roundSeenBy, seeReports } from "../reporting.ts";
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
  const rounds = new Map([[code, round]]);
  const seen = await seeReports(context, actor, { reports, rounds, registry, asOf: null });
  const byArea = new Map(seen.map(({ report, lines }) => [report.area, lines]));
  const rows = areas.flatMap((area) => {
    const filled = new Map(byArea.get(area)?.map((line) => [line.indicator, withholdLine(line, actor)]));
    const asked = roundSeenBy(actor, round, { area, registry }).lines;
    return asked.map(({ indicator }) => rowOf(area, indicator, filled.get(indicator)));
  });
  const form = { ...officeForm({ registry, language }, round, { areas }), takenAt };
  const bytes = await writeOfficeWorkbook(form, rows, language);
  const entry = { area: round.city, action: "round-export", subject: code, after: { rows: rows.length } };
  await recordRead(context, asker, entry);
  return bytes;
}

function rowOf(area: string, indicator: string, line: ReportLine | undefined): OfficeRow {
  const { value = null, state = "empty", explanation = null } = line ?? {};
  return { area, indicator, value, state, explanation };
}
