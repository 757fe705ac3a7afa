import { areasOf } from "@yuanbiao/core/access";
import type { ReportLine } from "@yuanbiao/core/report";
import { listReportLines, listReports } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { roundSeenBy } from "../reporting.ts";
import type { OfficeRow } from "../workbook/shape.ts";
import { writeOfficeWorkbook } from "../workbook/write-office.ts";
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
  if (round === undefined || areas.length === 0) throw new Refusal(404, "unknown-round");
  const registry = await context.registries.at(null);
  const seen = areas.map((area) => ({ area, lines: roundSeenBy(asker.actor, round, { area, registry }).lines }));
  const reports = await listReports(context.store, now, { rounds: [code], ...(own === null ? {} : { areas }) });
  const shown = reports.filter(({ approvedBy, state }) => own !== null || approvedBy !== null || state === "locked");
  const lines = await listReportLines(context.store, now, { reports: shown.map(({ id }) => id) });
  const filled = new Map(lines.map((line) => [`${line.area} ${line.indicator}`, line]));
  const rows = seen.flatMap((own) =>
    own.lines.map(({ indicator }) => rowOf(own.area, indicator, filled.get(`${own.area} ${indicator}`))),
  );
  const bytes = await writeOfficeWorkbook(
    officeForm({ registry, language }, round, { areas, takenAt }),
    rows,
    language,
  );
  const entry = { area: round.city, action: "round-export", subject: code, after: { rows: rows.length } };
  await recordRead(context, asker, entry);
  return bytes;
}

function rowOf(area: string, indicator: string, line: ReportLine | undefined): OfficeRow {
  const { value = null, state = "empty", explanation = null } = line ?? {};
  return { area, indicator, value, state, explanation };
}
