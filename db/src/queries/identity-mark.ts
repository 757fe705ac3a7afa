import { gt } from "drizzle-orm";
import type { RowOf } from "../rows.ts";
import type { Reader, Schema } from "../store.ts";
import { selectRows } from "./versions.ts";

/** An account, a session or the policy, with the last change of it. */
export type IdentityMark = RowOf<Schema["identityMark"]>;

/** What of who may come in was changed after a change. */
export async function listIdentityMarks(
  reader: Reader,
  { after }: { readonly after: number },
): Promise<IdentityMark[]> {
  const { identityMark } = reader.schema;
  return selectRows(reader, identityMark, { where: gt(identityMark.version, after), orderBy: [identityMark.part] });
}
