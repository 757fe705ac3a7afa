import { areasOf } from "@yuanbiao/core/access";
import type { Round } from "@yuanbiao/core/round";
import { findRound } from "@yuanbiao/db/queries/round";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { uploadFaults } from "../wire/upload-fault.ts";
import { readOfficeWorkbook } from "../workbook/read.ts";
import type { Finding } from "../workbook/shape.ts";
import { type Imported, storeReading, type Told } from "./import-store.ts";
import { officeForm } from "./office-form.ts";

/**
 * Stores the figures of many areas from one workbook in one transaction, or nothing with every finding at its cell. The
 * areas are those that the asker files for.
 */
export async function importRound(
  context: Context,
  asker: Asker,
  { code, bytes, ...told }: Told & { code: string; bytes: Uint8Array },
): Promise<Imported> {
  const { language, onProgress, signal } = told;
  const own = new Set(areasOf(asker.actor, "report.edit"));
  const round = await findRound(context.store, { asOf: null }, code);
  const areas = round?.areas.filter((area) => own.has(area)) ?? [];
  if (round === undefined || round.state === "draft" || areas.length === 0) throw new Refusal(404, "unknown-round");
  const registry = await context.registries.at(null);
  const speech = { registry, language };
  const reading = await readOfficeWorkbook(bytes, officeForm(speech, round, { areas }), {
    onProgress: ({ rows, share }) => onProgress({ step: "reading", rows, share }),
    signal,
  });
  if (reading.kind === "read") return storeReading(context, asker, { round, areas, reading, ...told });
  const said = await uploadFaults(context, speech, reading.findings);
  const faults = said.map((fault, at) => (isOfOthers(round, reading.findings[at]) ? ofOthers(fault) : fault));
  throw new Refusal(422, "upload-refused", { faults, more: reading.more });
}

/** A row of an area of the round that others file for says so; it is not unknown. */
function isOfOthers({ areas }: Round, finding: Finding | undefined): boolean {
  return finding?.code === "unknown-area" && finding.found !== null && areas.includes(finding.found);
}

const ofOthers = ({ field }: FieldFault): FieldFault => ({ field, code: "area-of-others" });
