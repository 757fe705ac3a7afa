import type { SchemeRecord, SchemeState } from "@yuanbiao/core/scheme-record";
import { and, eq, sql } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

export interface SchemeFilter {
  readonly codes?: readonly string[] | undefined;
  readonly states?: readonly SchemeState[] | undefined;
}

/** Schemes, by code. */
export async function listSchemes(
  reader: Reader,
  cut: Cut,
  filter: SchemeFilter = {},
): Promise<Versioned<SchemeRecord>[]> {
  const { scheme } = reader.schema;
  const where = and(standingAt(scheme, cut), oneOf(scheme.code, filter.codes), oneOf(scheme.state, filter.states));
  return selectRows(reader, scheme, { where, orderBy: [scheme.code] });
}

/** What each scheme was drafted from, by code. */
export async function listSchemeBases(
  reader: Reader,
  cut: Cut,
): Promise<ReadonlyMap<string, Pick<SchemeRecord, "basis">>> {
  const { scheme } = reader.schema;
  const query = sql`select ${scheme.code}, ${scheme.basis} from ${scheme} where ${standingAt(scheme, cut)}`;
  const rows = await reader.select(query);
  return new Map(rows.map(([code, basis]) => [String(code), { basis: basis === null ? null : String(basis) }]));
}

export async function findScheme(reader: Reader, cut: Cut, code: string): Promise<Versioned<SchemeRecord> | undefined> {
  return (await listSchemes(reader, cut, { codes: [code] }))[0];
}

/** Every version of a scheme that was recorded by the cut, oldest first. */
export async function listSchemeVersions(reader: Reader, code: string): Promise<Versioned<SchemeRecord>[]> {
  const { scheme } = reader.schema;
  return selectRows(reader, scheme, { where: eq(scheme.code, code), orderBy: [scheme.version] });
}
