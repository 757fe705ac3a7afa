import type { Column, SQL, Table } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Cut } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { standingAt } from "./versions.ts";

/** How many targets and figures name each code. */
export interface Counts {
  readonly targets: ReadonlyMap<string, number>;
  readonly observations: ReadonlyMap<string, number>;
}

async function countBy(
  reader: Reader,
  table: Table,
  column: Column,
  where: SQL | undefined,
): Promise<Map<string, number>> {
  const rows = await reader.select(sql`select ${column}, count(*) from ${table} where ${where} group by ${column}`);
  return new Map(rows.map(([code, count]) => [String(code), Number(count)]));
}

/** Targets and figures by area. */
export async function countByArea(reader: Reader, cut: Cut): Promise<Counts> {
  const { target, observation } = reader.schema;
  return {
    targets: await countBy(reader, target, target.area, standingAt(target, cut)),
    observations: await countBy(reader, observation, observation.area, standingAt(observation, cut)),
  };
}

/** Targets and figures by indicator. */
export async function countByIndicator(reader: Reader, cut: Cut): Promise<Counts> {
  const { target, observation } = reader.schema;
  return {
    targets: await countBy(reader, target, target.indicator, standingAt(target, cut)),
    observations: await countBy(reader, observation, observation.indicator, standingAt(observation, cut)),
  };
}

/** Figures by the document that they were read from. */
export async function countFiguresByDocument(reader: Reader, cut: Cut): Promise<ReadonlyMap<string, number>> {
  const { observation } = reader.schema;
  return countBy(reader, observation, observation.document, standingAt(observation, cut));
}
