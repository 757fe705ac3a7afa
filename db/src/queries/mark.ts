import { gt, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

/** A part of a table of tracked rows, with the data version that last changed it. */
export interface Mark {
  readonly noun: string;
  readonly part: string;
  readonly version: number;
}

/** The data version that stands, and what was changed after an earlier one: both as of the same commit. */
export async function readMarks(
  reader: Reader,
  { after }: { readonly after: number },
): Promise<{ readonly version: number; readonly marks: readonly Mark[] }> {
  const { dataset, mark } = reader.schema;
  const rows = await reader.select(
    sql`select ${dataset.version}, ${mark.noun}, ${mark.part}, ${mark.version} from ${dataset} left join ${mark} on ${gt(mark.version, after)}`,
  );
  const marks = rows.flatMap(([, noun, part, version]): Mark[] =>
    noun === null ? [] : [{ noun: String(noun), part: String(part), version: Number(version) }],
  );
  return { version: Number(rows[0]?.[0]), marks };
}
