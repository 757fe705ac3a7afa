import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { canonicalJson } from "./canonical.ts";
import type { AuditHead, AuditRow } from "./queries/audit.ts";
import { listAudit, listAuditHeads } from "./queries/audit.ts";
import { encodeFields, shapeOf } from "./rows.ts";
import type { Connection, Reader, Schema } from "./store.ts";

/** What a change leaves in the trail of an area. */
export interface AuditEntry {
  readonly area: string;
  readonly action: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** done where nothing is said; denied and failed attempts are kept as well. */
  readonly result?: AuditResult;
}

export const auditResults = ["done", "denied", "failed"] as const;
export type AuditResult = (typeof auditResults)[number];

/** Who acts: the account (or the program), in which roles, from which address. */
export interface AuditActor {
  readonly actor: string;
  readonly role?: string | null | undefined;
  readonly address?: string | null | undefined;
}

export interface AuditStamp extends AuditActor {
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
  const content = canonicalJson({
    ...{ area, seq, recordedAt, actor, action, subject, detail, previousHash },
    ...saidOf(row),
  });
  return createHash("sha256").update(content).digest("hex");
}

/** Entries of the first version have none of these, and their hashes stay what they were. */
function saidOf({ role, address, result }: Pick<AuditRow, "role" | "address" | "result">): Record<string, string> {
  const fields = Object.entries({ role, address, result });
  return Object.fromEntries(fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

type Tables = Pick<Schema, "audit" | "auditHead">;
const areasAtOnce = 500;

interface Appending {
  readonly entries: readonly AuditEntry[];
  readonly stamp: AuditStamp;
  /** The ends of their areas' chains. */
  readonly heads: ReadonlyMap<string, End>;
}

/**
 * Adds entries behind the ends of their areas' chains, in their order, and moves the ends. Commits wait for each other, so
 * that nobody else adds to a chain in between.
 */
export async function appendAudit(
  connection: Connection,
  { audit, auditHead }: Tables,
  { entries, stamp, heads: before }: Appending,
): Promise<void> {
  const heads = new Map(before);
  const rows = entries.map((entry) => {
    const row = rowOf(entry, stamp, heads.get(entry.area));
    heads.set(entry.area, row);
    return row;
  });
  const ends = [...heads].map(([area, { seq, hash }]) => ({ area, seq, hash }));
  const isKnown = ({ area }: AuditHead): boolean => before.has(area);
  await connection.together([
    () => insertInto(connection, audit, rows),
    () =>
      insertInto(
        connection,
        auditHead,
        ends.filter((end) => !isKnown(end)),
      ),
    () => moveEnds(connection, auditHead, ends.filter(isKnown)),
  ]);
}

export type End = Pick<AuditRow, "seq" | "hash">;

/** The ends of the chains that entries are to be added to. */
export async function readHeads(
  connection: Connection,
  { auditHead }: Tables,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, End>> {
  const areas = [...new Set(entries.map(({ area }) => area))];
  const heads = new Map<string, End>();
  for (let first = 0; first < areas.length; first += areasAtOnce) {
    const among = inArray(auditHead.area, areas.slice(first, first + areasAtOnce));
    const rows = await connection.select(sql`select "area", "seq", "hash" from ${auditHead} where ${among}`);
    for (const [area, seq, hash] of rows) heads.set(String(area), { seq: Number(seq), hash: String(hash) });
  }
  return heads;
}

function rowOf(entry: AuditEntry, { actor, role, address, recordedAt }: AuditStamp, head: End | undefined): AuditRow {
  const { area, action, subject, detail, result } = entry;
  const row = {
    ...{ area, seq: (head?.seq ?? 0) + 1, recordedAt, actor, action, subject, detail: canonicalJson(detail) },
    ...{ role: role ?? null, address: address ?? null, result: result ?? "done", previousHash: head?.hash ?? null },
  };
  return { ...row, hash: hashOf(row) };
}

async function insertInto(connection: Connection, table: Schema["audit" | "auditHead"], rows: readonly object[]) {
  if (rows.length === 0) return;
  const { name, fields } = shapeOf(table);
  const columns = fields.map(({ column }) => column.name);
  await connection.insert({ table: name, columns, rows: rows.map((row) => encodeFields(fields, row)) });
}

async function moveEnds(
  connection: Connection,
  auditHead: Tables["auditHead"],
  ends: readonly AuditHead[],
): Promise<void> {
  const { name, fields } = shapeOf(auditHead);
  const order = ["seq", "hash", "area"].flatMap((key) => fields.filter((field) => field.key === key));
  const rows = ends.map((end) => encodeFields(order, end));
  await connection.repeat(`update "${name}" set "seq" = ?, "hash" = ? where "area" = ?`, rows);
}

/**
 * Walks the chain of one area, or of all, and names the first row that is not as it was written. Each chain is walked up
 * to the end that it had at the start: what is added meanwhile is no fault, and the walk ends while others write.
 */
export async function verifyAudit(reader: Reader, area?: string): Promise<AuditCheck> {
  const heads = await readEnds(reader, area);
  const left = new Map(heads);
  const beyond = new Map<string, number>();
  let last: AuditRow | undefined;
  let after: Pick<AuditRow, "area" | "seq"> | undefined;
  let entries = 0;
  for (;;) {
    const rows = await listAudit(reader, { area, after, limit: pageSize });
    for (const row of rows) {
      if (row.seq > (heads.get(row.area)?.seq ?? 0)) {
        beyond.set(row.area, Math.max(row.seq, beyond.get(row.area) ?? 0));
        continue;
      }
      const fault = endFault(last, row, left) ?? rowFault(last, row);
      if (fault !== undefined) return fault;
      last = row;
      entries += 1;
    }
    if (rows.length < pageSize) break;
    after = nextOf(rows.at(-1), heads);
  }
  const [unseen] = [endFault(last, undefined, left), ...missingChains(left)].filter((fault) => fault !== undefined);
  return unseen ?? looseRow(beyond, await readEnds(reader, area)) ?? { ok: true, entries };
}

async function readEnds(reader: Reader, area: string | undefined): Promise<ReadonlyMap<string, AuditHead>> {
  return new Map((await listAuditHeads(reader, area)).map((head) => [head.area, head]));
}

const highestSeq = 2 ** 31 - 1;

/** Where the next page begins: behind its last row, or with the next chain where this one was left at its end. */
function nextOf(row: AuditRow | undefined, heads: ReadonlyMap<string, AuditHead>) {
  const isBeyond = row !== undefined && row.seq > (heads.get(row.area)?.seq ?? 0);
  return isBeyond ? { area: row.area, seq: highestSeq } : row;
}

/** A row behind the end of its chain was added meanwhile only where the end has moved on as far. */
function looseRow(beyond: ReadonlyMap<string, number>, ends: ReadonlyMap<string, AuditHead>): AuditCheck | undefined {
  const found = [...beyond].find(([area, seq]) => (ends.get(area)?.seq ?? 0) < seq);
  return found && { ok: false, area: found[0], seq: ends.get(found[0])?.seq ?? found[1], fault: "head" };
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
