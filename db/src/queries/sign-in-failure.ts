import { and, desc, eq, lt } from "drizzle-orm";
import type { Reader } from "../store.ts";
import type { AuditRow } from "./audit.ts";
import { selectRows } from "./versions.ts";

/** Failed sign-ins out of a trail, the newest first. */
export async function listSignInFailures(
  reader: Reader,
  { area, before, limit }: { area: string; before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
  const { audit } = reader.schema;
  const where = and(
    eq(audit.area, area),
    eq(audit.action, "sign-in"),
    eq(audit.result, "failed"),
    before === undefined ? undefined : lt(audit.seq, before),
  );
  return selectRows(reader, audit, { where, orderBy: [desc(audit.seq)], limit });
}
