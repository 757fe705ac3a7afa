import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { canonicalJson } from "./canonical.ts";
import type { AuditHead, AuditRow } from "./queries/audit.ts";
import { listAudit, listAuditHeads } from "./queries/audit.ts";
import { getDataset } from "./queries/dataset.ts";
import { encodeFields, shapeOf } from "./rows.ts";
import type { Connection, Reader, Schema } from "./store.ts";

/** What a change leaves in the trail of an area. */
export interface AuditEntry {
  readonly area: string;
  readonly action: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditStamp {
  readonly actor: string;
  readonly recordedAt: string;
}

/** Where a chain breaks: a changed row, a missing one, a link to another row, or an end that is not its last row. */
export const auditFaults = ["hash", "sequence", "link", "head"] as const;
export type AuditCheck =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly area: string; readonly seq: number; readonly fault: (typeof auditFaults)[number] };

const pageSize = 1000;

function hashOf(row: Omit<AuditRow, "hash">): string {
  const { area, seq, recordedAt, actor, action, subject, detail, previousHash } = row;
  const content = canonicalJson({ area, seq, recordedAt, actor, action, subject, detail, previousHash });
  return createHash("sha256").update(content).digest("hex");
}

/** Locks the end of the area's chain, adds the entry behind it and moves the end. */
export async function appendAudit(
  connection: Connection,
  { audit, auditHead }: Pick<Schema, "audit" | "auditHead">,
  entry: AuditEntry & AuditStamp,
): Promise<void> {
  const here = eq(auditHead.area, entry.area);
  const locked = await connection.run(sql`update ${auditHead} set "seq" = "seq" + 1 where ${here}`);
  const [head] = await connection.select(sql`select "seq", "hash" from ${auditHead} where ${here}`);
  const seq = locked === 0 ? 1 : Number(head?.[0]);
  const previousHash = locked === 0 ? null : String(head?.[1]);
  const row = { ...entry, detail: canonicalJson(entry.detail), seq, previousHash };
  const hash = hashOf(row);
  await insertOne(connection, audit, { ...row, hash });
  if (locked === 0) await insertOne(connection, auditHead, { area: entry.area, seq, hash });
  else await connection.run(sql`update ${auditHead} set "hash" = ${hash} where ${here}`);
}

async function insertOne(connection: Connection, table: Schema["audit" | "auditHead"], row: object): Promise<void> {
  const { name, fields } = shapeOf(table);
  const columns = fields.map(({ column }) => column.name);
  await connection.insert({ table: name, columns, rows: [encodeFields(fields, row)] });
}

/** Walks the chain of one area, or of all, and names the first row that is not as it was written. */
export async function verifyAudit(reader: Reader, area?: string): Promise<AuditCheck> {
  for (;;) {
    const { version } = await getDataset(reader);
    const check = await walkTrail(reader, area);
    // An entry that was added during the walk looks like a fault; then it is walked again.
    if (check.ok || (await getDataset(reader)).version === version) return check;
  }
}

async function walkTrail(reader: Reader, area: string | undefined): Promise<AuditCheck> {
  const heads = new Map((await listAuditHeads(reader, area)).map((head) => [head.area, head]));
  let last: AuditRow | undefined;
  let entries = 0;
  for (;;) {
    const rows = await listAudit(reader, { area, after: last, limit: pageSize });
    for (const row of rows) {
      const fault = endFault(last, row, heads) ?? rowFault(last, row);
      if (fault !== undefined) return fault;
      last = row;
    }
    entries += rows.length;
    if (rows.length < pageSize) break;
  }
  const [unseen] = [endFault(last, undefined, heads), ...missingChains(heads)].filter((fault) => fault !== undefined);
  return unseen ?? { ok: true, entries };
}

function rowFault(last: AuditRow | undefined, row: AuditRow): AuditCheck | undefined {
  const before = last?.area === row.area ? last : undefined;
  const broken = (fault: (typeof auditFaults)[number]): AuditCheck => ({
    ok: false,
    area: row.area,
    seq: row.seq,
    fault,
  });
  if (row.hash !== hashOf(row)) return broken("hash");
  if (row.seq !== (before?.seq ?? 0) + 1) return broken("sequence");
  return row.previousHash === (before?.hash ?? null) ? undefined : broken("link");
}

/** At the last row of a chain: whether it is where the chain's end says; removes the end, so that none is left over. */
function endFault(
  last: AuditRow | undefined,
  next: AuditRow | undefined,
  heads: Map<string, AuditHead>,
): AuditCheck | undefined {
  if (last === undefined || last.area === next?.area) return undefined;
  const head = heads.get(last.area);
  heads.delete(last.area);
  if (head?.hash === last.hash && head.seq === last.seq) return undefined;
  return { ok: false, area: last.area, seq: head?.seq ?? last.seq, fault: "head" };
}

function missingChains(heads: Map<string, AuditHead>): AuditCheck[] {
  return [...heads.values()].map(({ area, seq }) => ({ ok: false, area, seq, fault: "head" }));
}
