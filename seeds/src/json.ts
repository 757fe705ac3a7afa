import type { z } from "zod";
import type { Fault } from "./folder.ts";
import { checkRow } from "./rows.ts";

/** Reads a JSON file through its schema; undefined where it is not there or is refused, with the faults pushed. */
export function readJson<T>(
  file: string,
  bytes: Uint8Array | undefined,
  schema: z.ZodType<T>,
  faults: Fault[],
): T | undefined {
  if (bytes === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const value = error instanceof Error ? error.message : null;
    faults.push({ file, line: 1, field: null, code: "malformed-json", value });
    return undefined;
  }
  const checked = checkRow(schema, { file, line: 1, raw });
  if ("value" in checked) return checked.value;
  faults.push(...checked.faults);
  return undefined;
}
