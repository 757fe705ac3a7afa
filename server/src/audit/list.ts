import { parseAsOf } from "@yuanbiao/core/day";
import type { AuditResult } from "@yuanbiao/db/audit";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { type AuditRow, listActions, listTrail } from "@yuanbiao/db/queries/audit";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { makeCursor, parseCursor } from "../page.ts";
import { areaRef } from "../wire/speech.ts";
import type { AuditEntryView, AuditList } from "./shape.ts";

export interface AuditQuery {
  readonly area?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly result?: AuditResult | undefined;
  readonly subject?: string | undefined;
  /** Days, inclusive, in Shanghai. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Detail = z.record(z.string(), z.unknown());
const Result = z.enum(["done", "denied", "failed"]).nullable();

function beforeOf(cursor: string | undefined): Pick<AuditRow, "recordedAt" | "area" | "seq"> | undefined {
  if (cursor === undefined) return undefined;
  const [recordedAt = "", area = "", seq = ""] = parseCursor(cursor, 3);
  return { recordedAt, area, seq: Number(seq) || 0 };
}

/** The trail, newest first, with the names of people and areas. */
export async function listAuditViews(
  context: Context,
  query: AuditQuery,
  language: Language,
): Promise<z.infer<typeof AuditList>> {
  const { from, to, cursor, limit, ...filter } = query;
  const rows = await listTrail(context.store, {
    ...filter,
    from: from === undefined ? undefined : new Date(`${from}T00:00:00+08:00`).toISOString(),
    to: to === undefined ? undefined : parseAsOf(to),
    before: beforeOf(cursor),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = await findAccountNames(
    context.store,
    shown.map(({ actor }) => actor),
  );
  const registry = await context.registries.at(null);
  const items = shown.map(
    (row): z.infer<typeof AuditEntryView> => ({
      area: areaRef({ registry, language }, row.area),
      ...{ seq: row.seq, recordedAt: row.recordedAt, role: row.role, address: row.address, action: row.action },
      actor: { account: row.actor, name: names.get(row.actor) ?? row.actor },
      subject: row.subject,
      result: Result.parse(row.result),
      detail: Detail.parse(JSON.parse(row.detail)),
      hash: row.hash,
    }),
  );
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  const nextCursor = isMore ? makeCursor([last.recordedAt, last.area, String(last.seq)]) : null;
  return { items, nextCursor, actions: await listActions(context.store) };
}
