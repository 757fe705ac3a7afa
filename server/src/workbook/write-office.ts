import type { Language } from "../language.ts";
import { type Allowance, runApart } from "./apart.ts";
import type { GivenOfficeForm, OfficeRow } from "./shape.ts";

const allowance: Allowance = { seconds: 120, megabytes: 1536 };

/**
 * Writes the workbook for many areas, one row a figure, as it stands. In a thread: 100 000 rows would hold up every other
 * request for more than a second.
 */
export async function writeOfficeWorkbook(
  form: GivenOfficeForm,
  rows: readonly OfficeRow[],
  language: Language,
): Promise<Uint8Array> {
  const onMessage = ({ bytes }: { bytes: Uint8Array }): Uint8Array => bytes;
  const outcome = await runApart(
    { kind: "write-office", form, rows, language },
    { allowance, signal: undefined, onMessage },
  );
  if (outcome.kind !== "done") throw new Error(`the workbook of ${rows.length} rows was ${outcome.kind}`);
  return outcome.result;
}
