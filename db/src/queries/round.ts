import type { Round, RoundState } from "@yuanbiao/core/round";
import { and, eq, sql } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

export interface RoundFilter {
  readonly codes?: readonly string[] | undefined;
  readonly city?: string | undefined;
  readonly states?: readonly RoundState[] | undefined;
}

/** Rounds, the latest due first. */
export async function listRounds(reader: Reader, cut: Cut, filter: RoundFilter = {}): Promise<Versioned<Round>[]> {
  const { round } = reader.schema;
  const where = and(
    standingAt(round, cut),
    oneOf(round.code, filter.codes),
    filter.city === undefined ? undefined : eq(round.city, filter.city),
    oneOf(round.state, filter.states),
  );
  const rows = await selectRows(reader, round, { where, orderBy: [round.dueOn, round.code] });
  return rows.reverse();
}

export async function findRound(reader: Reader, cut: Cut, code: string): Promise<Versioned<Round> | undefined> {
  return (await listRounds(reader, cut, { codes: [code] }))[0];
}

/** The round of a report, without asking for the report first. */
export async function findRoundOf(reader: Reader, cut: Cut, report: string): Promise<Versioned<Round> | undefined> {
  const { round, report: reports } = reader.schema;
  const named = and(eq(reports.id, report), standingAt(reports, cut));
  const where = and(
    standingAt(round, cut),
    sql`${round.code} in (select ${reports.round} from ${reports} where ${named})`,
  );
  return (await selectRows(reader, round, { where, orderBy: [round.code] }))[0];
}
