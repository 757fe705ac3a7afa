import { gt } from "drizzle-orm";
import type { RowOf } from "../rows.ts";
import type { Reader, Schema } from "../store.ts";
import { selectRows } from "./versions.ts";

/** A table of tracked rows, a part of it, with the data version that last changed them. */
export type Mark = RowOf<Schema["mark"]>;

/** What was changed after a data version, by table and part. */
export async function listMarks(reader: Reader, { after }: { readonly after: number }): Promise<Mark[]> {
  const { mark } = reader.schema;
  return selectRows(reader, mark, { where: gt(mark.version, after), orderBy: [mark.noun, mark.part] });
}
